using Beffroi.Accounts.Prospects;
using Beffroi.Kit;

namespace Beffroi.Accounts.Partners;

/// <summary>One line of the file that spreadsheets open.</summary>
static class PartnerCsv
{
    public const string Head = "service;nom;type;etape;connu_le;premiere_utilisation;premiere_utilisation_active;derniere_utilisation_active;interlocuteur;origine;prochaine_etape;prochaine_etape_le;perdu_le;pourquoi";

    public static IEnumerable<string> Cells(PartnerLine line, DateTimeOffset now) =>
    [
        CsvCell.Text(line.Part.Word()),
        CsvCell.Text(line.Name),
        CsvCell.Text(line.Kind),
        CsvCell.Text(line.Stage(now).Label()),
        CsvCell.Day(line.KnownAt),
        CsvCell.Day(line.Use?.FirstUse),
        CsvCell.Day(line.Use?.FirstActive),
        CsvCell.Day(line.Use?.LastActive),
        CsvCell.Text(line.Prospect?.ContactRole),
        CsvCell.Text(line.Prospect is { } met ? met.Source : "inscription"),
        CsvCell.Text(line.Prospect?.NextStep),
        CsvCell.Day(line.Prospect?.NextStepOn),
        CsvCell.Day(line.Prospect?.LostAt),
        CsvCell.Text(line.Prospect?.LostWhy),
    ];
}
