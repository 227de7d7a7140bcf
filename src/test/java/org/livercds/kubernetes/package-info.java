/** The manifests of {@code k8s}, the image, and what they say of the application. */
package org.livercds.kubernetes;
