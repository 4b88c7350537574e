using System.Net;
using Beffroi.Cli.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Incubator.Tests;

/// <summary>A typing mistake is put right with its trace; what was sent or locked keeps its words.</summary>
public sealed class CorrectionDoorTests
{
    [Theory]
    [ClassData(typeof(Engines))]
    public async Task The_words_of_an_indicator_change_and_those_before_stay_with_who_and_why(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.PlantIncubator(TestContext.Current.CancellationToken);
        await using (var scope = site.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<DailyRound>().Run(TestContext.Current.CancellationToken);
        }

        var before = site.ReadIncubator(db => db.Definitions.Single(d => d.IndicatorId == WorldIncubator.Indicator));
        var measures = site.ReadIncubator(db => db.Measures.Count(m => m.IndicatorId == WorldIncubator.Indicator));
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open(Addresses.Indicator(WorldIncubator.Indicator));
        await camille.Follow("Corriger une faute");

        await camille.Press("Corriger", ("Reason", "Faute de frappe"));
        Assert.Contains("Rien n’a changé", camille.Mistakes.Single(), StringComparison.Ordinal);
        await camille.Press("Corriger", ("Label", "Personnes qui ont commencé"), ("Reason", ""));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Personnes qui ont commencé"), (camille.Status, camille.Page.QuerySelector("input[name=Label]")!.GetAttribute("value")));
        await camille.Press("Corriger", ("Reason", "Faute de frappe"));

        Assert.Equal("Personnes qui ont commencé", camille.Heading);
        var trace = camille.Page.QuerySelectorAll("main table").Single(t => t.QuerySelector("caption")!.TextContent.StartsWith("Fautes corrigées", StringComparison.Ordinal)).TextContent;
        Assert.All([before.Label, "Personnes qui ont commencé", "Faute de frappe", Crew.Superadmin], words => Assert.Contains(words, trace, StringComparison.Ordinal));
        Assert.Equal((1, before.Label, measures), (site.ReadIncubator(db => db.Definitions.Count(d => d.IndicatorId == WorldIncubator.Indicator)), site.ReadIncubator(db => db.Definitions.Single(d => d.Id == before.Id).Label), site.ReadIncubator(db => db.Measures.Count(m => m.IndicatorId == WorldIncubator.Indicator))));
        await camille.Open(Addresses.Committee(WorldIncubator.Committee));
        Assert.Contains(before.Label, camille.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Personnes qui ont commencé", camille.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignIn(Crew.RegionAdmin)).Open(Addresses.Correction(WorldIncubator.Indicator))).Status);
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_draft_is_corrected_with_its_trace_until_it_is_signed(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.WriteEva();
        var camille = await site.Named(Duty.Manager);
        var written = site.ReadIncubator(db => db.Conventions.Single());
        await camille.Open(Addresses.Convention(Paper.Slug));
        await camille.Follow("Corriger le brouillon");

        await camille.Press("Corriger le brouillon", ("AmountAe", "36 000"), ("DurationMonths", "9"));
        Assert.Contains("Écrivez ce que vous corrigez", camille.Mistakes.Single(), StringComparison.Ordinal);
        await camille.Press("Corriger le brouillon", ("Reason", "Un zéro de trop"));

        var corrected = site.ReadIncubator(db => db.Conventions.Single());
        Assert.Equal((written.Id, 36_000m, 370_000m, written.Clauses with { DurationMonths = 9 }, written.Imputation), (corrected.Id, corrected.AmountAe.Amount, corrected.AmountCp.Amount, corrected.Clauses, corrected.Imputation));
        var line = site.ReadIncubator(db => db.Journal.AsNoTracking().OrderBy(l => l.Number).Last());
        Assert.Equal(("incubateur.corriger-convention", "Un zéro de trop"), (line.Act, line.Reason));
        Assert.Equal(Visitor.Flat($"AE : {Money.Of(370_000)} ; durée en mois : 6"), Visitor.Flat(line.Before!));
        Assert.Equal(Visitor.Flat($"AE : {Money.Of(36_000)} ; durée en mois : 9"), Visitor.Flat(line.After!));

        await camille.Open(Addresses.CorrectDraft(Paper.Slug));
        var late = await site.SignIn(Crew.Superadmin);
        await late.Open(Addresses.Dates(Paper.Slug));
        await late.Press("Écrire la signature", ("SignedOn", "2026-11-20"));
        await camille.Press("Corriger le brouillon", ("AmountAe", "1"), ("Reason", "Trop tard"));
        Assert.Contains("seul un avenant", camille.Mistakes.Single(), StringComparison.Ordinal);
        Assert.Equal(36_000m, site.ReadIncubator(db => db.Conventions.Single().AmountAe.Amount));
        Assert.Equal(HttpStatusCode.NotFound, (await camille.Open(Addresses.CorrectDraft(Paper.Slug))).Status);
    }
}
