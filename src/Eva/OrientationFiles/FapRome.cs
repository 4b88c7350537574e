using Beffroi.Eva.Orientation;

namespace Beffroi.Eva.OrientationFiles;

/// <summary>From the families of trades of the published figures to the codes of the ROME. Ours knows a few families by their name, only where the match is
/// plain; a table of passage that was imported takes its place, by code.</summary>
public sealed class FapRome(IReadOnlyList<PassageRow> imported)
{
    static readonly ILookup<string, string> Ours = OrientationData.Text("fap-rome.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
        .Select(line => line.TrimEnd('\r').Split(';')).ToLookup(cells => HeadedTable.Key(cells[0]), cells => cells[1], StringComparer.Ordinal);

    readonly ILookup<string, string> _byCode = imported.ToLookup(p => p.Fap, p => p.Rome, StringComparer.Ordinal);

    public bool IsImported => imported.Count > 0;

    public IEnumerable<string> Of(TensionRow row) => IsImported ? _byCode[row.Fap] : Ours[HeadedTable.Key(row.Name)];
}
