package org.livercds.service;

import org.livercds.cards.SetAside;
import org.livercds.hooks.Caller;
import org.livercds.hooks.HookRequest;

/** What the user of a call set aside for its patient. */
interface SetAsides {
    SetAside setAside(HookRequest request, Caller caller);
}
