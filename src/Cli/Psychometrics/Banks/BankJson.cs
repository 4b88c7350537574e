using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Beffroi.Cli.Psychometrics.Tables;
using Beffroi.Psychometrics;

namespace Beffroi.Cli.Psychometrics.Banks;

/// <summary>A bank as calibration writes it: <c>{"model":…, "items":[{"id":…, "a":…, "b":… or "thresholds":[…], "c":…}]}</c>.</summary>
static class BankJson
{
    const int MaxBytes = 64 * 1024 * 1024;

    public static async Task<byte[]> Bytes(Stream stream, string path, CancellationToken ct)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        try
        {
            for (int read; (read = await stream.ReadAsync(buffer, ct)) > 0;)
            {
                bytes.Write(buffer, 0, read);
                if (bytes.Length > MaxBytes)
                {
                    throw new CommandFailedException($"{TextSource.Name(path)} dépasse {MaxBytes / 1024 / 1024} Mo", ExitCodes.BadUsage);
                }
            }
        }
        catch (Exception wrong) when (wrong is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw TextSource.Unreadable(path, wrong);
        }

        return bytes.ToArray();
    }

    public static Bank Read(ReadOnlyMemory<byte> utf8, string source)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8, new() { AllowDuplicateProperties = false });
            return Read(document.RootElement, source);
        }
        catch (JsonException wrong)
        {
            throw new CommandFailedException($"{source}, ligne {(wrong.LineNumber ?? 0) + 1} : JSON mal formé", ExitCodes.BadUsage, wrong);
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or FormatException)
        {
            // A text that holds half a character parses, and is refused when it is read.
            throw new CommandFailedException($"{source} : un texte ou un nombre n’est pas lisible", ExitCodes.BadUsage, wrong);
        }
    }

    /// <summary>The parameters of an item; other figures about it are the caller's to add.</summary>
    public static JsonObject Write(BankedItem item)
    {
        var json = new JsonObject { ["id"] = item.Name };
        switch (item.Model)
        {
            case LogisticItem logistic:
                (json["a"], json["b"], json["c"], json["d"]) = (logistic.Discrimination, logistic.Difficulty, logistic.LowerAsymptote, logistic.UpperAsymptote);
                break;
            case GradedItem graded:
                (json["a"], json["thresholds"]) = (graded.Discrimination, Numbers(graded.Thresholds));
                break;
            case PartialCreditItem partial:
                (json["a"], json["thresholds"]) = (partial.Discrimination, Numbers(partial.Steps));
                break;
            default:
                throw new InvalidOperationException($"A bank cannot hold an item of type {item.Model.GetType().Name}.");
        }

        if (!item.HasPlainScores)
        {
            json["scores"] = new JsonArray([.. item.Scores.Select(s => JsonValue.Create(s))]);
        }

        return json;
    }

    static Bank Read(JsonElement root, string source)
    {
        var model = root.TryGetProperty("model", out var named) && named.ValueKind is JsonValueKind.String ? named.GetString() : null;
        if (!root.TryGetProperty("items", out var items) || items.ValueKind is not JsonValueKind.Array || items.GetArrayLength() == 0)
        {
            throw new CommandFailedException($"{source}, $.items : une liste d’items est attendue", ExitCodes.BadUsage);
        }

        var bank = new BankBuilder();
        foreach (var (index, item) in items.EnumerateArray().Index())
        {
            if (bank.TryAdd(new JsonItem(item, $"{source}, $.items[{index}]").Description(model)) is { } problem)
            {
                throw new CommandFailedException($"{source}, $.items[{index}] : {problem}", ExitCodes.BadUsage);
            }
        }

        return new(source, [.. bank.Items]);
    }

    static JsonArray Numbers(ImmutableArray<double> values) => new([.. values.Select(v => JsonValue.Create(v))]);
}
