/**
 * Style sheets, scripts and pictures of the pages, under addresses that change with their content.
 *
 * <p>So that browsers keep them for a year and never show an old one. Faces' own resources and
 * those of PrimeFaces are not here. Called by the page template and by browsers.
 */
@NullMarked
package energy.liveone.web.asset;

import org.jspecify.annotations.NullMarked;
