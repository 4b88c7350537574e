namespace Beffroi.Incubator.Tests;

/// <summary>The convention of Eva as somebody types it, its text before them; the year is that of the tests.</summary>
static class Paper
{
    public const string Slug = "eva-2026";

    public static readonly (string Field, string? Answer)[] Eva =
    [
        ("Startup", "eva"), ("Title", "Convention Eva"), ("Slug", Slug), ("Delegator", "DGEFP"), ("Delegate", "DINUM"), ("AmountAe", "370 000"), ("AmountCp", "370000,00"),
        ("MinisterialAxis", "36"), ("FunctionalDomain", "0103-04"), ("FinancialCentre", "0103-CEFP-C003"), ("Activity", "010300000623"), ("CostCentre", "EMPEF00075"),
        ("DurationMonths", "6"), ("WrittenHardStop", "31/12/2026"), ("NoticeMonths", "3"),
        ("Prestations", "Devops"), ("Prestations", "Design"), ("Prestations", "Deploiement"), ("Prestations", "PsychologieSociale"), ("Prestations", "Coaching"), ("ExplicitEligibility", "true"), ("Accounts", "MonthlyAndFinal"),
        ("FollowUpMonths", "2"), ("InvestmentMonths", "6"), ("RequiredAttendees", "DGEFP\r\nbeta.gouv.fr"), ("NeedsBusinessReferent", "true"), ("Stats", "Delegator"), ("Opinions", "Delegator"), ("ManifestoVersion", "2020-a"),
    ];

    /// <summary>A startup without a convention.</summary>
    public static Task Found(this SiteUnderTest site) =>
        site.Write<IncubatorDb>(db => db.Add(new Startup { Id = Guid.NewGuid(), Slug = "eva", Title = "Eva", Mission = "Un service pour essayer.", Contact = "contact@beffroi.example", Incubator = "DINUM" }));

    public static async Task<Visitor> WriteEva(this SiteUnderTest site)
    {
        await site.Found();
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open(Addresses.NewConvention);
        return await camille.Press("Écrire la convention", Eva);
    }

    /// <summary>The superadmin, who names herself for the convention by its page.</summary>
    public static async Task<Visitor> Named(this SiteUnderTest site, Duty duty)
    {
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open(Addresses.People(Slug));
        return await camille.Press("Nommer", ("Email", Crew.EmailOf(Crew.Superadmin)), ("Duty", duty.ToString()));
    }
}
