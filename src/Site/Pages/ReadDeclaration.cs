using Beffroi.Incubator;
using Beffroi.Incubator.Accessibility;
using Beffroi.Kit;
using Beffroi.Site.Pages.English;

namespace Beffroi.Site.Pages;

/// <summary>The declaration of accessibility, from the audits that are in force.</summary>
static class ReadDeclaration
{
    // As long as the mention of the footer: both change together.
    static readonly TimeSpan Kept = HeldMention.Kept;

    public static void Map(IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").ForEveryone().CacheOutput(policy => policy.Expire(Kept).SetVaryByQuery([])).ExcludeFromDescription();
        pages.MapGet("/accessibilite", async (SiteIdentity site, IncubatorDb db, TimeProvider clock, CancellationToken ct) => Html.View<AccessibilityPage, AccessibilityModel>(await Read(site, db, clock, ct)));
        pages.MapGet("/en/accessibility", async (SiteIdentity site, IncubatorDb db, TimeProvider clock, CancellationToken ct) => Html.View<EnglishAccessibilityPage, AccessibilityModel>(await Read(site, db, clock, ct)));
    }

    static async Task<AccessibilityModel> Read(SiteIdentity site, IncubatorDb db, TimeProvider clock, CancellationToken ct) =>
        new(site, await Declaration.Read(db, clock.Today(), ct));
}

public sealed record AccessibilityModel(SiteIdentity Site, Declaration Declaration);
