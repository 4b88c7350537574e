namespace Beffroi.Accounts.StructureUse;

/// <summary>One line of the file that spreadsheets open.</summary>
static class UseCsv
{
    public static IEnumerable<string> Cells(UseLine line) =>
    [
        CsvCell.Text(line.Name),
        CsvCell.Text(line.Type?.Label()),
        CsvCell.Text(line.PostCode),
        CsvCell.Text(line.Region),
        CsvCell.Text(line.Category.Label()),
        CsvCell.Number(line.Use.Campaigns),
        CsvCell.Number(line.Use.Evaluations),
        CsvCell.Day(line.Use.FirstEvaluation),
        CsvCell.Day(line.Use.LastEvaluation),
    ];
}
