using Beffroi.Incubator.Accounting;
using Microsoft.Extensions.DependencyInjection;
using Actor = Beffroi.Kit.Actor;

namespace Beffroi.Incubator.Tests;

/// <summary>A convention that is in force on the day of the tests (23 November 2026), and people who each do one thing for it.</summary>
static class Today
{
    public const string Slug = "exemple-2026";
    public const string Url = "/incubateur/conventions/" + Slug;

    /// <summary>Signed on 1 September 2026 for 100 000 €, for six months; accounts each month, both committees.</summary>
    public static Convention Convention(Clauses? clauses = null) => new()
    {
        Id = Guid.NewGuid(), StartupId = Guid.NewGuid(), Slug = Slug, Title = "Convention exemple", Delegator = "Ministère exemple", Delegate = "DINUM", SignedOn = new(2026, 9, 1), WrittenHardStop = new(2027, 3, 31),
        AmountAe = Money.Of(100_000), AmountCp = Money.Of(100_000), Clauses = clauses ?? Sample.EvaClauses, ManifestoVersion = "2020-a", RequiredAttendeesText = "Ministère exemple",
        Imputation = new() { MinisterialAxis = null, FunctionalDomain = "0103-04", FinancialCentre = "0103-CEFP-C003", Activity = "010300000623", CostCentre = "EMPEF00075" },
    };

    public static async Task<Convention> OpenToday(this SiteUnderTest site, Clauses? clauses = null)
    {
        var (convention, ct) = (Convention(clauses), TestContext.Current.CancellationToken);
        Mandate Of(string person, Duty duty) => new() { Id = Guid.NewGuid(), ConventionId = convention.Id, AccountId = site.IdOf(person), Duty = duty, Share = null, MissionLetter = null, GivenBy = site.IdOf(Crew.Superadmin), GivenAt = SiteUnderTest.Start };
        await site.Write<IncubatorDb>(db => db.AddRange(
            new Startup { Id = convention.StartupId, Slug = "exemple", Title = "Exemple", Mission = "Un service pour essayer.", Contact = "contact@beffroi.example", Incubator = "DINUM" },
            convention, Of(Crew.Superadmin, Duty.Manager), Of(Crew.Admin, Duty.Intrapreneur), Of(Crew.Charge, Duty.Manager), Of(Crew.RegionAdmin, Duty.Delegator)));
        await using var scope = site.Scope();
        scope.ServiceProvider.GetRequiredService<Actor>().Act = "test.preparer";
        await using var turn = (await LedgerTurn.Take(scope.ServiceProvider.GetRequiredService<IncubatorDb>(), convention.Id, ct))!;
        var author = new Author(site.IdOf(Crew.Superadmin), SiteUnderTest.Start);
        turn.Write(author, "incubateur.signer", turn.Ledger.Allocate(convention.AmountAe, convention.AmountCp, 2026, convention.SignedOn!.Value, "Convention", convention.Slug, author).Entry!);
        await turn.Keep(ct);
        return convention;
    }

    public static async Task<Visitor> PlaceOrder(this Visitor visitor, string number, string inclTax, string placedOn = "2026-11-23", string? expert = null, Prestation prestation = Prestation.Devops)
    {
        await visitor.Open(Url + "/commander");
        return await visitor.Press("Commander",
        [
            ("Number", number), ("Label", "Deux développeuses"), ("Prestation", prestation.ToString()), ("Supplier", "Atelier des Dunes"), ("Contract", "Marché 2025-001"), ("ContractEnd", "2028-12-31"),
            ("ExclTax", inclTax), ("InclTax", inclTax), ("PlacedOn", placedOn), ("From", placedOn), ("To", "2027-02-28"),
            .. expert is null ? Array.Empty<(string, string?)>() : [("ExpertId", expert)],
        ]);
    }
}
