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
        await using var zip = await ZipArchive.CreateAsync(body, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct);
        var names = new List<string>();
        foreach (var table in tables)
        {
            await foreach (var name in Sheets(zip, table, names.Count, ct))
            {
                names.Add(name);
            }
        }

        // A workbook is read from the list at its end: how many sheets there are is known last.
        foreach (var (part, content) in XlsxParts.Around(names))
        {
            await using var stream = await XlsxParts.Entry(zip, part).OpenAsync(ct);
            await stream.WriteAsync(content, ct);
        }
    }

    static async IAsyncEnumerable<string> Sheets(ZipArchive zip, Table table, int before, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await using var rows = table.Rows.GetAsyncEnumerator(ct);
        var (more, number) = (await rows.MoveNextAsync(), 0);
        do
        {
            number++;
            await using (var stream = await XlsxParts.Entry(zip, XlsxParts.SheetPart(before + number)).OpenAsync(ct))
            {
                more = await Sheet(stream, table.Titles, rows, more, ct);
            }

            yield return number == 1 ? table.Name : $"{table.Name} {number}";
        }
        while (more);
    }

    /// <summary>Tells whether rows are left.</summary>
    static async Task<bool> Sheet(Stream stream, IReadOnlyList<string> titles, IAsyncEnumerator<IReadOnlyList<Cell>> rows, bool more, CancellationToken ct)
    {
        using var sheet = new XlsxTable(titles);
        for (var row = 2; more && row <= MaxRows; row++)
        {
            sheet.Add(rows.Current);
            more = await rows.MoveNextAsync();
            if (sheet.Waiting >= AtOnce)
            {
                await stream.WriteAsync(sheet.Take(), ct);
            }
        }

        sheet.End();
        await stream.WriteAsync(sheet.Take(), ct);
        return more;
    }
}
