using System.Net;
using Beffroi.Incubator.Accounting;
using Beffroi.Incubator.Steering;

namespace Beffroi.Incubator.Tests;

/// <summary>F10, F11: six months decided by a committee become an avenant that both parties sign.</summary>
public sealed class DecidedAvenantTests
{
    [Theory]
    [ClassData(typeof(Engines))]
    public async Task F11_six_months_decided_are_proposed_as_an_avenant_and_waited_for_until_it_is_signed(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.OpenToday();
        var camille = await Decide(site, ("Decision", "SixMonths"), ("EnvelopeAe", "50000"), ("EnvelopeCp", "40000"));
        var committee = site.ReadIncubator(db => db.Committees.Single().Id);

        // The convention ends on 1 March 2027: the avenant is due by then, purchasing is told the same day.
        Assert.Equal(
            [(TaskKind.TellPurchasing, new DateOnly(2026, 11, 23)), (TaskKind.SignAvenant, new DateOnly(2027, 3, 1))],
            site.ReadIncubator(db => db.Tasks.Where(t => t.DoneOn == null && t.About == "Comité du 23 novembre 2026").OrderBy(t => t.DueOn).ToList()).Select(t => (t.Kind, t.DueOn)));

        await camille.Follow("Écrire l’avenant de cette enveloppe");
        Assert.Equal(("50000.00", "40000.00", "2027-05-23", "2027-05-23"), (Field(camille, "DeltaAe"), Field(camille, "DeltaCp"), Field(camille, "NewEnd"), Field(camille, "NewHardStop")));
        await camille.Press("Écrire l’avenant", ("SignedOn", "2026-11-22"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, camille.Status);
        Assert.Contains("23 novembre 2026", camille.Mistakes.Single(), StringComparison.Ordinal);
        await camille.Press("Écrire l’avenant", ("SignedOn", "2026-11-23"), ("DeltaAe", "45000"));

        var avenant = site.ReadIncubator(db => db.Avenants.Single());
        Assert.Equal((committee, 45_000m, 40_000m, new DateOnly(2027, 5, 23), 2026), (avenant.CommitteeId, avenant.DeltaAe.Amount, avenant.DeltaCp.Amount, avenant.NewEnd, avenant.Year));
        Assert.Equal(145_000m, Balance.Of(site.ReadIncubator(db => db.Entries.ToList())).AvailableAe.Amount);
        var task = site.ReadIncubator(db => db.Tasks.Single(t => t.Kind == TaskKind.SignAvenant));
        Assert.Equal((new DateOnly(2026, 11, 23), "Avenant 1"), (task.DoneOn, task.Evidence));
    }

    [Fact]
    public async Task One_decision_gives_one_avenant()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.OpenToday();
        var camille = await Decide(site, ("Decision", "SixMonths"), ("EnvelopeAe", "50000"), ("EnvelopeCp", "50000"));
        var committee = camille.Address;
        await camille.Follow("Écrire l’avenant de cette enveloppe");
        var another = await site.SignIn(Crew.Superadmin);
        await another.Open(committee);
        await another.Follow("Écrire l’avenant de cette enveloppe");
        await camille.Press("Écrire l’avenant", ("SignedOn", "2026-11-23"));

        await another.Press("Écrire l’avenant", ("SignedOn", "2026-11-23"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, another.Status);
        Assert.Equal(1, site.ReadIncubator(db => db.Avenants.Count()));
        await camille.Open(committee);
        Assert.Contains("L’avenant 1 la donne", camille.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Écrire l’avenant de cette enveloppe", camille.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_decisions_propose_no_avenant_and_purchasing_is_told_all_the_same()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.OpenToday();

        var camille = await Decide(site, ("Decision", "Stop"));

        Assert.Equal(Decision.Stop, site.ReadIncubator(db => db.Committees.Single().Decision));
        Assert.DoesNotContain("Écrire l’avenant de cette enveloppe", camille.Text, StringComparison.Ordinal);
        Assert.Equal([TaskKind.TellPurchasing], site.ReadIncubator(db => db.Tasks.Where(t => t.About.StartsWith("Comité")).Select(t => t.Kind).ToList()));
    }

    [Fact]
    public async Task The_money_of_an_avenant_may_be_of_the_next_year_and_of_no_year_beyond_the_last_payment()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.OpenToday();
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open(Addresses.Avenant(Today.Slug));

        await camille.Press("Écrire l’avenant", ("SignedOn", "2026-11-23"), ("DeltaAe", "10"), ("Reason", "Report"), ("Year", "2028"));
        Assert.Contains("2027", camille.Mistakes.Single(), StringComparison.Ordinal);
        await camille.Press("Écrire l’avenant", ("Year", "2027"));

        var entries = site.ReadIncubator(db => db.Entries.ToList());
        Assert.Equal((100_000m, 10m), (Balance.OfYear(entries, 2026).AvailableAe.Amount, Balance.OfYear(entries, 2027).AvailableAe.Amount));
    }

    static async Task<Visitor> Decide(SiteUnderTest site, params (string, string?)[] decision)
    {
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open(Addresses.Committees(Today.Slug));
        await camille.Press("Convoquer", ("Kind", "Investment"), ("MeetingOn", "2026-11-23"));
        return await camille.Press("Clore le comité", [("Attendees", "Ministère exemple"), ("Minutes", "Vu."), .. decision]);
    }

    static string? Field(Visitor visitor, string name) => visitor.Page.QuerySelector($"input[name={name}]")!.GetAttribute("value");
}
