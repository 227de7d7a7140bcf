package org.livercds.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WholeBodyTest {

    private static final byte[] SENT = "{\"hook\":\"patient-view\"}".getBytes(StandardCharsets.US_ASCII);

    static Stream<ByteBufAllocator> allocators() {
        return Stream.of(Unpooled.EMPTY_BUFFER.alloc(), PooledByteBufAllocator.DEFAULT);
    }

    @Test
    void what_came_at_once_is_not_copied() {
        byte[] array = SENT.clone();
        assertSame(array, read(SENT.length, Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(array))));
    }

    @ParameterizedTest
    @MethodSource("allocators")
    void an_array_that_is_larger_or_belongs_to_a_pool_is_copied(ByteBufAllocator allocator) {
        ByteBuf larger = allocator.heapBuffer(4 * SENT.length).writeByte('x').writeBytes(SENT);
        larger.skipBytes(1);
        byte[] body = read(SENT.length, larger);
        assertArrayEquals(SENT, body);
        assertNotSame(larger.array(), body);
        larger.release();
    }

    @ParameterizedTest
    @MethodSource("allocators")
    void memory_that_is_no_array_is_copied(ByteBufAllocator allocator) {
        ByteBuf direct = allocator.directBuffer(SENT.length).writeBytes(SENT);
        assertArrayEquals(SENT, read(SENT.length, direct));
        direct.release();
    }

    @Test
    void parts_stand_one_after_the_other_however_they_are_cut() {
        for (int cut = 0; cut <= SENT.length; cut++) {
            byte[] body = read(
                    SENT.length,
                    Unpooled.copiedBuffer(SENT, 0, cut),
                    Unpooled.copiedBuffer(SENT, cut, SENT.length - cut));
            assertArrayEquals(SENT, body);
        }
    }

    @Test
    void nothing_is_an_empty_body() {
        assertArrayEquals(new byte[0], read(0));
        assertArrayEquals(new byte[0], read(0, Unpooled.EMPTY_BUFFER));
    }

    private static byte[] read(int length, ByteBuf... parts) {
        WaitingRoom.Body body = new WaitingRoom.Body(length);
        for (ByteBuf part : parts) {
            body.add(part);
        }
        return body.whole();
    }
}
