using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace Beffroi.Chat.Rules.Webhooks;

/// <summary>
/// Reads what programs written for Mattermost or Slack send to an incoming webhook: JSON, or a form whose <c>payload</c> is that JSON.
/// Properties: docs of Mattermost « Incoming webhooks » and « Message attachments », of Slack « Secondary message attachments » and « Blocks ».
/// The room is that of the webhook: <c>channel</c>, <c>icon_url</c> and <c>props</c> are passed over.
/// </summary>
public static class IncomingHook
{
    static readonly JsonDocumentOptions Options = new() { MaxDepth = HookLimits.Depth };
    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static HookReading Read(string? contentType, ReadOnlyMemory<byte> body)
    {
        if (body.Length > HookLimits.Body)
        {
            return TooLarge($"Le corps dépasse {HookLimits.Body / 1024} Kio.", $"The body is larger than {HookLimits.Body / 1024} KiB.");
        }

        if (Decoded(body.Span) is not { } text)
        {
            return Bad("Le corps n’est pas en UTF-8.", "The body is not UTF-8.");
        }

        return contentType?.Split(';')[0].Trim().ToLowerInvariant() switch
        {
            "application/x-www-form-urlencoded" => Form(text),
            // Many programs send JSON without saying so; a form is recognised by its first word.
            "application/json" or "text/plain" or null or "" => text.StartsWith("payload=", StringComparison.Ordinal) ? Form(text) : Json(text),
            _ => new HookReading.Refused(415, new("Le contenu attendu est du JSON, ou un formulaire avec payload.", "The content expected is JSON, or a form with payload.")),
        };
    }

    static HookReading Form(string text)
    {
        try
        {
            // At most a handful of fields: the form that Slack describes has one.
            var form = new FormReader(text) { ValueCountLimit = 16, ValueLengthLimit = HookLimits.Body, KeyLengthLimit = 100 }.ReadForm();
            return form.TryGetValue("payload", out var payload) && payload is [{ Length: > 0 } json]
                ? Json(json)
                : Bad("Il manque le champ payload, une fois.", "The field payload is missing, once.");
        }
        catch (InvalidDataException)
        {
            return Bad("Le formulaire ne se lit pas.", "The form cannot be read.");
        }
    }

    static HookReading Json(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Options);
            return document.RootElement.ValueKind == JsonValueKind.Object ? HookJson.Message(document.RootElement)
                : Bad("Un objet JSON est attendu.", "A JSON object is expected.");
        }
        catch (JsonException wrong)
        {
            var (line, column) = (wrong.LineNumber + 1 ?? 1, wrong.BytePositionInLine + 1 ?? 1);
            return Bad($"Le JSON ne se lit pas, ligne {line}, octet {column}.", $"The JSON cannot be read, line {line}, byte {column}.");
        }
        catch (InvalidOperationException)
        {
            // A lone half of a surrogate pair, which JSON lets through and no text can hold.
            return Bad("Un texte du JSON n’est pas valide.", "A text of the JSON is not valid.");
        }
    }

    static string? Decoded(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    internal static HookReading Bad(string french, string english) => new HookReading.Refused(400, new(french, english));

    internal static HookReading TooLarge(string french, string english) => new HookReading.Refused(413, new(french, english));
}
