using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Beffroi.Chat.Cases;

namespace Beffroi.Chat.Exchange;

/// <summary>A case as JSON: the lines that its reader may hand over, as they are.</summary>
public static class CaseFile
{
    public const string Format = "beffroi-case";
    public const int Version = 1;
    public const string MediaType = "application/json";

    static readonly JsonSerializerOptions Indented = new(CaseJson.Options) { WriteIndented = true, MaxDepth = 64 };

    public static byte[] Write(SharedCase shared) => JsonSerializer.SerializeToUtf8Bytes(
        new CaseFileContent { Format = Format, Version = Version, CaseId = shared.CaseId, Tlp = shared.Level, Events = shared.Events }, Indented);

    /// <summary>The lines of a file, or what is wrong with it.</summary>
    public static ImportedCase? Read(ReadOnlySpan<byte> bytes, out Fault? fault)
    {
        if (SafeJson.Read(bytes, out fault) is not { } root)
        {
            fault ??= NotOurs;
            return null;
        }

        if (root is not JsonObject json || !IsFormat(json))
        {
            fault = NotOurs;
            return null;
        }

        if (json["version"] is JsonValue version && version.TryGetValue<int>(out var number) && number > Version)
        {
            fault = SafeJson.File(
                string.Create(CultureInfo.InvariantCulture, $"Ce fichier vient d’une version plus récente ({number})."),
                string.Create(CultureInfo.InvariantCulture, $"This file comes from a later version ({number})."));
            return null;
        }

        if (LineJson.Read<CaseFileContent>(json, out var where) is not { } content)
        {
            fault = SafeJson.File($"Ce fichier n’a pas la forme attendue\u00A0: {where}.", $"This file does not have the expected form: {where}.");
            return null;
        }

        return ImportedCase.OfLines(content.CaseId, content.Events, out fault);
    }

    static Fault NotOurs => SafeJson.File("Ce fichier n’est pas un dossier de Beffroi.", "This file is no case of Beffroi.");

    static bool IsFormat(JsonObject json) =>
        json["format"] is JsonValue format && format.GetValueKind() is JsonValueKind.String && string.Equals(format.GetValue<string>(), Format, StringComparison.Ordinal);
}

sealed record CaseFileContent
{
    public required string Format { get; init; }
    public required int Version { get; init; }
    public required Guid CaseId { get; init; }

    /// <summary>Of the whole file.</summary>
    public required Tlp Tlp { get; init; }

    public required ImmutableList<CaseEvent> Events { get; init; }
}
