using System.Collections.Immutable;
using Beffroi.Cli.Psychometrics.Tables;

namespace Beffroi.Cli.Psychometrics.Banks;

/// <summary>Items whose parameters are known.</summary>
sealed record Bank(string Source, ImmutableArray<BankedItem> Items)
{
    /// <summary>Columns of the file that say nothing to the models.</summary>
    public IReadOnlyList<string> UnusedColumns { get; init; } = [];

    /// <summary>Reads a table, or the JSON that calibration writes: the first character tells.</summary>
    /// <exception cref="CommandFailedException">The file cannot be read, or is not a bank: file, place and reason.</exception>
    public static async Task<Bank> Read(string path, Terminal terminal, CancellationToken ct)
    {
        await using var stream = await TextSource.Open(path, terminal, ct);
        var name = TextSource.Name(path);
        return IsJson(stream.Start) ? BankJson.Read(await BankJson.Bytes(stream, path, ct), name) : await BankCsvReader.Read(stream, name, ct);
    }

    static bool IsJson(ReadOnlySpan<byte> start) =>
        (start.StartsWith("\uFEFF"u8) ? start[3..] : start).TrimStart(" \t\r\n"u8).StartsWith("{"u8);
}
