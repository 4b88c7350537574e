using System.Globalization;

namespace Beffroi.Incubator;

/// <summary>Where the pages are.</summary>
public static class Addresses
{
    public const string Home = "/incubateur";
    public const string Conventions = "/conventions";
    public const string ConventionsCsv = "/conventions.csv";
    public const string ConventionsOds = "/conventions.ods";
    public const string ConventionsSchema = "/conventions.schema.json";
    public const string Budget = "/budget";
    public const string BudgetCsv = "/budget.csv";
    public const string BudgetOds = "/budget.ods";
    public const string BudgetSchema = "/budget.schema.json";

    /// <summary>What the columns of <see cref="EntriesCsv"/> mean.</summary>
    public const string EntriesSchema = "/ecritures.schema.json";

    /// <summary>The compliance board, for everybody.</summary>
    public const string Board = "/conformite";
    public const string BoardJson = Board + ".json";

    /// <summary>Results of the tests that prove some criteria.</summary>
    public const string Proofs = Board + "/preuves";

    /// <summary>The libraries of the program that runs.</summary>
    public const string Components = Board + "/composants.cdx.json";

    /// <summary>The same with how to mend, for those who keep the site.</summary>
    public const string KeepBoard = Home + "/conformite";
    public const string Audits = Home + "/audits";
    public const string NewAudit = Audits + "/nouveau";
    public const string Plans = Home + "/accessibilite";

    public const string NewStartup = Home + "/startups/nouvelle";
    public const string NewConvention = Home + "/conventions/nouvelle";

    public static string Startup(string slug) => $"/startups/{slug}";

    public static string StartupPhase(string slug) => $"{Home}/startups/{slug}/phase";

    public static string Indicators(string startup) => $"{Home}/startups/{startup}/indicateurs";

    public static string NewIndicator(string startup) => Indicators(startup) + "/nouveau";

    public static string Indicator(Guid id) => $"{Home}/indicateurs/{id}";

    /// <summary>Another meaning of it.</summary>
    public static string Definition(Guid indicator) => Indicator(indicator) + "/definition";

    /// <summary>A typing mistake in its words.</summary>
    public static string Correction(Guid indicator) => Indicator(indicator) + "/corriger";

    public static string Measure(Guid indicator) => Indicator(indicator) + "/mesurer";

    public static string Goal(Guid indicator) => Indicator(indicator) + "/objectif";
    /// <summary>Its page for those who work on it.</summary>
    public static string OfStartup(string slug) => $"{Home}/startups/{slug}";
    public static string StartupJournal(string slug) => OfStartup(slug) + "/journal";

    public static string Workshops(string slug) => OfStartup(slug) + "/ateliers";

    public static string Homologations(string slug) => OfStartup(slug) + "/homologations";

    public static string Workshop(Guid id) => $"{Home}/ateliers/{id}";

    public static string WorkshopCsv(Guid id) => Workshop(id) + "/risques.csv";

    public static string Trigger(Guid id) => Workshop(id) + "/perimer";

    /// <param name="colour">The part of the canvas, as <c>NoteWords.Path</c> writes it.</param>
    public static string Canvas(Guid id, string colour) => $"{Workshop(id)}/tableau/{colour}";

    public static string Risks(Guid id) => Workshop(id) + "/risques";

    public static string Risk(Guid workshop, Guid id) => $"{Risks(workshop)}/{id}";

    public static string Manifesto(string slug) => Convention(slug) + "/manifeste";

    public static string Breaches(string slug) => Convention(slug) + "/manquements";

    public static string Convention(string slug) => $"{Home}/conventions/{slug}";

    public static string PlaceOrder(string slug) => Convention(slug) + "/commander";

    /// <summary>Signature, publication, notice.</summary>
    public static string Dates(string slug) => Convention(slug) + "/dates";

    public static string Interests(string slug) => Convention(slug) + "/interets";

    public static string Avenant(string slug) => Convention(slug) + "/avenant";

    /// <summary>The avenant that gives what a committee decided.</summary>
    public static string AvenantOf(string slug, Guid committee) => $"{Avenant(slug)}?comite={committee}";

    public static string Forecasts(string slug) => Convention(slug) + "/previsions";

    /// <summary>Every line of the ledger, to compare with Chorus.</summary>
    public static string Entries(string slug) => Convention(slug) + "/ecritures";

    public static string EntriesCsv(string slug) => Entries(slug) + ".csv";

    public static string EntriesOds(string slug) => Entries(slug) + ".ods";

    /// <summary>Every act on it, and whether the chain holds.</summary>
    public static string Journal(string slug) => Convention(slug) + "/journal";

    /// <summary>Of a draft: once it is signed, an avenant alone changes it.</summary>
    public static string CorrectDraft(string slug) => Convention(slug) + "/corriger";

    /// <summary>Article by article, with where each obligation stands.</summary>
    public static string Articles(string slug) => Convention(slug) + "/articles";

    public static string Register(string slug) => Convention(slug) + "/registre";

    public static string Order(Guid id) => $"{Home}/commandes/{id}";

    public static string Certify(Guid order) => Order(order) + "/service-fait";

    public static string Pay(Guid order) => Order(order) + "/payer";

    public static string Reverse(Guid order, int number) => $"{Order(order)}/ecritures/{number.ToString(CultureInfo.InvariantCulture)}/annuler";

    public static string Statements(string slug) => Convention(slug) + "/comptes";

    public static string Statement(string slug, DateOnly month) => $"{Statements(slug)}/{month.ToString("yyyy-MM", CultureInfo.InvariantCulture)}";

    public static string Committees(string slug) => Convention(slug) + "/comites";

    public static string Committee(Guid id) => $"{Home}/comites/{id}";

    /// <summary>What the team asks of it.</summary>
    public static string Ask(Guid committee) => Committee(committee) + "/demande";

    public static string People(string slug) => Convention(slug) + "/personnes";
    public static string MissionLetter(string slug, Guid mandate) => $"{People(slug)}/{mandate}/lettre";

    public static string ServiceBoard(string key) => $"{Board}/{key}";

    public static string Audit(Guid id) => $"{Audits}/{id}";

    /// <summary>Results of one theme of the RGAA on one page of the sample.</summary>
    public static string AuditTheme(Guid id, int page, int theme) => string.Create(CultureInfo.InvariantCulture, $"{Audit(id)}/pages/{page}/{theme}");
}
