using System.IO.Compression;

namespace Beffroi.Eva.Tables;

/// <summary>Writes tables as one workbook while their rows come, straight to the answer, in bounded memory.</summary>
static class XlsxExport
{
    public const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Rows of a sheet, titles included (ECMA-376 gives no bound, spreadsheets do): what follows goes on in another sheet.</summary>
    public const int MaxRows = 1_048_576;

    const int AtOnce = 64 * 1024;

    public static async Task Write(Stream body, IReadOnlyList<Table> tables, CancellationToken ct)
    {
        using var conveyor = new Conveyor();
        using (var zip = new ZipArchive(conveyor, ZipArchiveMode.Create, leaveOpen: true))
        {
            var names = new List<string>();
            foreach (var table in tables)
            {
                await using var rows = table.Rows.GetAsyncEnumerator(ct);
                var (more, number) = (await rows.MoveNextAsync(), 0);
                do
                {
                    names.Add(++number == 1 ? table.Name : $"{table.Name} {number}");
                    using var part = XlsxParts.Entry(zip, XlsxParts.SheetPart(names.Count)).Open();
                    more = await Sheet(part, table.Titles, rows, more, () => conveyor.Drain(body, ct));
                }
                while (more);
            }

            // A workbook is read from the list at its end: how many sheets there are is known last.
            foreach (var (name, content) in XlsxParts.Around(names))
            {
                using var part = XlsxParts.Entry(zip, name).Open();
                part.Write(content);
            }
        }

        await conveyor.Drain(body, ct);
    }

    /// <summary>Tells whether rows are left.</summary>
    static async Task<bool> Sheet(Stream part, IReadOnlyList<string> titles, IAsyncEnumerator<IReadOnlyList<Cell>> rows, bool more, Func<Task> letOut)
    {
        using var sheet = new XlsxTable(titles);
        for (var row = 2; more && row <= MaxRows; row++)
        {
            sheet.Add(rows.Current);
            more = await rows.MoveNextAsync();
            if (sheet.Waiting >= AtOnce)
            {
                part.Write(sheet.Take().Span);
                await letOut();
            }
        }

        sheet.End();
        part.Write(sheet.Take().Span);
        return more;
    }
}
