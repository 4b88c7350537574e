using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Unicode;
using Beffroi.Ads.Law;

namespace Beffroi.Ads.Files;

/// <param name="Number">From 1, counting those that are refused.</param>
public readonly record struct JsonRecord(int Number, JsonElement Element, Words? Fault)
{
    /// <summary>The file goes on, and is not read further.</summary>
    public bool IsCut { get; init; }
}

/// <summary>
/// Records of a JSON file, one after the other in bounded memory: an object, a list of objects, objects in a list named data (pages of an
/// interface), or an object a line. A record that is broken is told with its number, and the next ones are read.
/// </summary>
public static class JsonRecords
{
    const int Chunk = 64 * 1024;

    public static async IAsyncEnumerable<JsonRecord> Read(Stream file, FileLimits limits, [EnumeratorCancellation] CancellationToken ct = default)
    {
        var splitter = new JsonSplitter(limits.MostRecordBytes);
        var buffer = new byte[Chunk];
        long read = 0;
        for (int got; (got = await file.ReadAsync(buffer, ct)) > 0;)
        {
            read += got;
            if (read > limits.MostBytes)
            {
                yield return new(splitter.Number + 1, default, new($"fichier de plus de {limits.MostBytes} octets : la suite n’est pas lue", $"file of more than {limits.MostBytes} bytes: the rest is not read")) { IsCut = true };
                yield break;
            }

            foreach (var piece in splitter.Feed(buffer.AsMemory(0, got)))
            {
                yield return Parsed(piece, limits);
            }
        }

        foreach (var piece in splitter.End())
        {
            yield return Parsed(piece, limits);
        }
    }

    static JsonRecord Parsed(JsonPiece piece, FileLimits limits)
    {
        if (piece.Fault is not null)
        {
            return new(piece.Number, default, piece.Fault);
        }

        if (!Utf8.IsValid(piece.Bytes.Span))
        {
            return new(piece.Number, default, new("le texte n’est pas en UTF-8", "the text is not UTF-8"));
        }

        try
        {
            using var document = JsonDocument.Parse(piece.Bytes, new() { MaxDepth = limits.MostDepth, AllowTrailingCommas = true });
            return document.RootElement.ValueKind is JsonValueKind.Object
                ? new(piece.Number, document.RootElement.Clone(), null)
                : new(piece.Number, default, JsonSplitter.NoObject);
        }
        catch (JsonException)
        {
            return new(piece.Number, default, new("JSON illisible, ou trop d’objets les uns dans les autres", "JSON that cannot be read, or too many objects in one another"));
        }
    }
}
