-- For wrk: posts the request files of $REQUESTS by turns, made ready before the load begins. With $TOKENS, a file with
-- one token in each line, each request takes the next of them; when they are used up the calls go without and fail.
local requests, tokens, turn = {}, {}, 0
local place = "@token@"

local function split(request)
  local from, to = request:find(place, 1, true)
  return { request:sub(1, from - 1), request:sub(to + 1) }
end

function init()
  if os.getenv("TOKENS") then
    for token in io.lines(os.getenv("TOKENS")) do tokens[#tokens + 1] = token end
  end
  local files = io.popen("ls '" .. os.getenv("REQUESTS") .. "'/*.json")
  for name in files:lines() do
    local file = io.open(name, "rb")
    local headers = { ["Content-Type"] = "application/json", ["Authorization"] = tokens[1] and "Bearer " .. place }
    local request = wrk.format("POST", nil, headers, file:read("*a"))
    requests[#requests + 1] = tokens[1] and split(request) or request
    file:close()
  end
  files:close()
end

function request()
  turn = turn + 1
  local next = requests[(turn - 1) % #requests + 1]
  if type(next) == "string" then return next end
  return next[1] .. (tokens[turn] or "") .. next[2]
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format("RESULT %d %d %d %d %d %d\n", summary.requests - errors.status, summary.duration,
    latency:percentile(50), latency:percentile(99), errors.status,
    errors.connect + errors.read + errors.write + errors.timeout))
end
