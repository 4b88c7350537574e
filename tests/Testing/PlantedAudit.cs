using Beffroi.Incubator;
using Beffroi.Incubator.Accessibility;
using Beffroi.Incubator.Compliance;

namespace Beffroi.Testing;

/// <summary>An audit that is being written, and a control with its results, so that their pages are seen; neither says anything of accessibility.</summary>
public static class PlantedAudit
{
    public static readonly Guid Draft = Guid.Parse("a0d17000-0000-4000-8000-000000000001");

    static readonly Guid Run = Guid.Parse("a0d17000-0000-4000-8000-000000000002");

    public static async Task Plant(IncubatorDb db, CancellationToken ct)
    {
        db.Add(new AccessibilityAudit
        {
            Id = Draft, Service = HostedService.Eva, Organisation = "Atelier des Dunes", On = new(2026, 11, 20), Version = Rgaa.Version, Technologies = "HTML\nCSS", Environments = "Firefox et NVDA", Tools = "axe", Derogations = null, By = Guid.Empty, At = SiteUnderTest.Start,
            Pages = [new() { Id = Guid.NewGuid(), AuditId = Draft, Number = 1, Title = "Accueil", Address = "/eva" }, new() { Id = Guid.NewGuid(), AuditId = Draft, Number = 2, Title = "Aide", Address = "/aide" }],
        });
        var run = new CheckRun { Id = Run, AskedAt = SiteUnderTest.Start, AskedBy = null, BegunAt = SiteUnderTest.Start, DoneAt = SiteUnderTest.Start, Version = "essai" };
        db.Add(run);
        foreach (var service in HostedServices.All)
        {
            db.AddRange(Criteria.All.Select(c => CheckResult.Of(run, service, c.Number, [new(c.Number, null, (Verdict)(c.Number % 4), "/stats\u00A0: 200")], SiteUnderTest.Start)));
            db.Add(new GradeRow { Id = Guid.NewGuid(), RunId = Run, Service = service, Name = "http", Letter = "A+", Evidence = "/essai" });
            db.Add(new GradeRow { Id = Guid.NewGuid(), RunId = Run, Service = service, Name = "zap", Letter = null, Evidence = "demande un outil" });
        }

        await db.SaveChangesAsync(ct);
    }
}
