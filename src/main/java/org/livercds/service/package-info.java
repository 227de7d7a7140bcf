/** One class per hook, and the registry of the services: read, evaluate, write. */
package org.livercds.service;
