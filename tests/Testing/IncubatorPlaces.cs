using Beffroi.Cli.World;
using Beffroi.Incubator;
using Beffroi.Incubator.Securing;
using Beffroi.Incubator.Compliance;

namespace Beffroi.Testing;

/// <summary>The pages of the incubator, and the files beside them.</summary>
static class IncubatorPlaces
{
    const string One = "/incubateur/conventions/{slug}";
    const string Atelier = "/incubateur/ateliers/{id:guid}";

    /// <summary>Answers that are no page.</summary>
    public static IEnumerable<KeyValuePair<string, string>> NoPage => [KeyValuePair.Create(Addresses.BudgetCsv, "a file"), KeyValuePair.Create(Addresses.BudgetOds, "a file"), KeyValuePair.Create(Addresses.ConventionsOds, "a file"), KeyValuePair.Create(Addresses.BudgetSchema, "JSON for machines"), KeyValuePair.Create(Addresses.ConventionsCsv, "a file"), KeyValuePair.Create(Addresses.ConventionsSchema, "JSON for machines"), KeyValuePair.Create(Atelier + "/risques.csv", "a file"), KeyValuePair.Create(One + "/ecritures.csv", "a file"), KeyValuePair.Create(One + "/ecritures.ods", "a file"), KeyValuePair.Create(One + "/personnes/{id:guid}/lettre", "a file"), KeyValuePair.Create(Addresses.EntriesSchema, "JSON for machines"), KeyValuePair.Create(Addresses.BoardJson, "JSON for machines"), KeyValuePair.Create(Addresses.Components, "JSON for machines")];

    public static IEnumerable<Place> All =>
    [
        new(Addresses.Budget, Addresses.Budget, null),
        new(Addresses.Conventions, Addresses.Conventions, null),
        new("/startups/{slug}", Addresses.Startup(WorldIncubator.Eva), null),
        new("/startups/{slug}", Addresses.Startup(WorldIncubator.Disinfo), null),
        new(Addresses.Board, Addresses.Board, null),
        new(Addresses.Proofs, Addresses.Proofs, null),
        .. HostedServices.All.Select(s => new Place("/conformite/{service}", Addresses.ServiceBoard(s.Key()), null)),
        new(Addresses.KeepBoard, Addresses.KeepBoard, Crew.Superadmin),
        new(Addresses.Audits, Addresses.Audits, Crew.Superadmin),
        new(Addresses.NewAudit, Addresses.NewAudit, Crew.Superadmin),
        new("/incubateur/audits/{id:guid}", Addresses.Audit(PlantedAudit.Draft), Crew.Superadmin),
        new("/incubateur/audits/{id:guid}/pages/{page:int}/{theme:int}", Addresses.AuditTheme(PlantedAudit.Draft, 1, 10), Crew.Superadmin),
        new(Addresses.Plans, Addresses.Plans, Crew.Superadmin),
        new(Addresses.Home, Addresses.Home, Crew.Superadmin),
        new(Addresses.Home, Addresses.Home, Crew.Rose),
        new(Addresses.NewStartup, Addresses.NewStartup, Crew.Superadmin),
        new(Addresses.NewConvention, Addresses.NewConvention, Crew.Superadmin),
        new("/incubateur/startups/{slug}/phase", Addresses.StartupPhase(WorldIncubator.Disinfo), Crew.Superadmin),
        new("/incubateur/startups/{slug}/indicateurs", Addresses.Indicators(WorldIncubator.Eva), Crew.Superadmin),
        new("/incubateur/startups/{slug}/indicateurs", Addresses.Indicators(WorldIncubator.Disinfo), Crew.Superadmin),
        new("/incubateur/startups/{slug}/indicateurs/nouveau", Addresses.NewIndicator(WorldIncubator.Eva), Crew.Superadmin),
        new("/incubateur/indicateurs/{id:guid}", Addresses.Indicator(WorldIncubator.Indicator), Crew.Superadmin),
        new("/incubateur/indicateurs/{id:guid}/definition", Addresses.Definition(WorldIncubator.Indicator), Crew.Superadmin),
        new("/incubateur/indicateurs/{id:guid}/corriger", Addresses.Correction(WorldIncubator.Indicator), Crew.Superadmin),
        new("/incubateur/indicateurs/{id:guid}/mesurer", Addresses.Measure(WorldIncubator.Indicator), Crew.Superadmin),
        new("/incubateur/indicateurs/{id:guid}/objectif", Addresses.Goal(WorldIncubator.Indicator), Crew.Superadmin),
        new(One, Addresses.Convention(WorldIncubator.EvaConvention), Crew.Superadmin),
        new(One, Addresses.Convention(WorldIncubator.DisinfoConvention), Crew.Superadmin),
        new(One + "/commander", Addresses.PlaceOrder(WorldIncubator.EvaConvention), Crew.Superadmin),
        new(One + "/dates", Addresses.Dates(WorldIncubator.EvaConvention), Crew.Superadmin),
        new(One + "/interets", Addresses.Interests(WorldIncubator.DisinfoConvention), Crew.Superadmin),
        new(One + "/avenant", Addresses.Avenant(WorldIncubator.EvaConvention), Crew.Superadmin),
        new(One + "/previsions", Addresses.Forecasts(WorldIncubator.EvaConvention), Crew.Superadmin),
        new(One + "/registre", Addresses.Register(WorldIncubator.EvaConvention), Crew.Superadmin),
        new(One + "/corriger", Addresses.CorrectDraft(PlantedDraft.Slug), Crew.Superadmin),
        new("/incubateur/comites/{id:guid}/demande", Addresses.Ask(WorldIncubator.InvestmentCommittee), Crew.Superadmin),
        new(One + "/articles", Addresses.Articles(WorldIncubator.DisinfoConvention), Crew.Superadmin),
        new(One + "/journal", Addresses.Journal(WorldIncubator.EvaConvention), Crew.Superadmin),
        new(One + "/ecritures", Addresses.Entries(WorldIncubator.EvaConvention), Crew.Superadmin),
        new(One + "/comptes", Addresses.Statements(WorldIncubator.EvaConvention), Crew.Superadmin),
        new(One + "/comptes/{month}", Addresses.Statement(WorldIncubator.EvaConvention, new(2020, 6, 1)), Crew.Superadmin),
        new(One + "/comites", Addresses.Committees(WorldIncubator.EvaConvention), Crew.Superadmin),
        new("/incubateur/comites/{id:guid}", Addresses.Committee(WorldIncubator.Committee), Crew.Superadmin),
        new(One + "/manifeste", Addresses.Manifesto(WorldIncubator.DisinfoConvention), Crew.Superadmin),
        new(One + "/manquements", Addresses.Breaches(WorldIncubator.EvaConvention), Crew.Superadmin),
        new("/incubateur/startups/{slug}", Addresses.OfStartup(WorldIncubator.Eva), Crew.Superadmin),
        new("/incubateur/startups/{slug}", Addresses.OfStartup(WorldIncubator.Disinfo), Crew.Charge),
        new("/incubateur/startups/{slug}/journal", Addresses.StartupJournal(WorldIncubator.Eva), Crew.Superadmin),
        new("/incubateur/startups/{slug}/ateliers", Addresses.Workshops(WorldIncubator.Eva), Crew.Superadmin),
        new("/incubateur/startups/{slug}/homologations", Addresses.Homologations(WorldIncubator.Eva), Crew.Superadmin),
        new(Atelier, Addresses.Workshop(WorldSecurity.Workshop), Crew.Superadmin),
        .. Enum.GetValues<NoteKind>().Select(k => new Place(Atelier + "/tableau/{colour}", Addresses.Canvas(WorldSecurity.Workshop, k.Path()), Crew.Superadmin)),
        new(Atelier + "/risques", Addresses.Risks(WorldSecurity.Workshop), Crew.Superadmin),
        new(Atelier + "/risques/{risk:guid}", Addresses.Risk(WorldSecurity.Workshop, WorldSecurity.Risk), Crew.Superadmin),
        new(One + "/personnes", Addresses.People(WorldIncubator.EvaConvention), Crew.Superadmin),
        new("/incubateur/commandes/{id:guid}", Addresses.Order(WorldIncubator.Order), Crew.Superadmin),
        new("/incubateur/commandes/{id:guid}/service-fait", Addresses.Certify(WorldIncubator.Order), Crew.Admin),
        new("/incubateur/commandes/{id:guid}/payer", Addresses.Pay(WorldIncubator.Order), Crew.Charge),
        new("/incubateur/commandes/{id:guid}/ecritures/{number:int}/annuler", Addresses.Reverse(WorldIncubator.Order, 2), Crew.Superadmin),
    ];
}
