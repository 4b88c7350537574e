using System.Text.Json;

namespace Beffroi.Chat.Rules.Webhooks;

/// <summary>From the JSON of a payload to a message. A property of another kind than expected counts as absent, as Mattermost and Slack do.</summary>
static class HookJson
{
    public static HookReading Message(JsonElement payload)
    {
        var attachments = Items(payload, "attachments").ToList();
        if (attachments.Count > HookLimits.Attachments || attachments.Exists(a => Items(a, "fields").Count() > HookLimits.Fields))
        {
            return IncomingHook.TooLarge($"Plus de {HookLimits.Attachments} pièces, ou de {HookLimits.Fields} champs.", $"More than {HookLimits.Attachments} attachments, or {HookLimits.Fields} fields.");
        }

        var blocks = SlackBlocks.Text(Items(payload, "blocks"));
        var message = new HookMessage
        {
            // Where there are blocks, Slack shows them, and the text is for notifications.
            Text = SlackText.ToMarkdown(blocks.Length > 0 ? blocks : Text(payload, "text") ?? ""),
            UserName = Line(payload, "username"),
            Attachments = [.. attachments.Select(Attachment)],
        };
        return Length(message) switch
        {
            0 => IncomingHook.Bad("Il manque text ou attachments.", "text or attachments are missing."),
            > HookLimits.Text => IncomingHook.TooLarge($"Le message dépasse {HookLimits.Text} signes.", $"The message is longer than {HookLimits.Text} characters."),
            _ => new HookReading.Read(message),
        };
    }

    static HookAttachment Attachment(JsonElement a) => new()
    {
        Fallback = Line(a, "fallback"),
        Colour = Colour(Text(a, "color")),
        Before = Markdown(a, "pretext"),
        Author = Line(a, "author_name"),
        AuthorLink = Link(a, "author_link"),
        Title = Line(a, "title"),
        TitleLink = Link(a, "title_link"),
        Text = Markdown(a, "text") ?? (SlackBlocks.Text(Items(a, "blocks")) is { Length: > 0 } blocks ? SlackText.ToMarkdown(blocks) : null),
        Fields = [.. Items(a, "fields").Select(f => new HookField(Line(f, "title") ?? "", Scalar(f, "value") is { } value ? SlackText.ToMarkdown(value) : "", Short(f))).Where(f => f.Title.Length + f.Value.Length > 0)],
        Image = Link(a, "image_url") ?? Link(a, "thumb_url"),
        Footer = Line(a, "footer"),
        At = Instant(a),
    };

    static int Length(HookMessage message) => message.Text.Length + message.Attachments.Sum(a =>
        new[] { a.Fallback, a.Before, a.Author, a.Title, a.Text, a.Footer, a.Image?.AbsoluteUri }.Sum(t => t?.Length ?? 0) + a.Fields.Sum(f => f.Title.Length + f.Value.Length));

    internal static IEnumerable<JsonElement> Items(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Where(i => i.ValueKind == JsonValueKind.Object) : [];

    internal static string? Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString()!.Trim() is { Length: > 0 } text
            ? text.Replace("\0", "", StringComparison.Ordinal)
            : null;

    // Mattermost lets a value be a number or a yes or no as well.
    static string? Scalar(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False ? value.GetRawText() : Text(parent, name);

    static string? Markdown(JsonElement parent, string name) => Text(parent, name) is { } text ? SlackText.ToMarkdown(text) : null;

    static string? Line(JsonElement parent, string name)
    {
        if (Text(parent, name) is not { } text)
        {
            return null;
        }

        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= HookLimits.Line ? line : line[..(HookLimits.Line - 1)].TrimEnd() + "…";
    }

    static Uri? Link(JsonElement parent, string name) =>
        Text(parent, name) is { Length: <= 2000 } text && Uri.TryCreate(text, UriKind.Absolute, out var link) && link.Scheme is ("http" or "https") ? link : null;

    static bool Short(JsonElement field) =>
        field.TryGetProperty("short", out var value) && (value.ValueKind == JsonValueKind.True || (value.ValueKind == JsonValueKind.String && value.GetString() is "true"));

    // Slack's three names of colours, as it draws them.
    static string? Colour(string? text) => text switch
    {
        "good" => "#2eb886",
        "warning" => "#daa038",
        "danger" => "#a30200",
        ['#', .. { Length: 6 } digits] when digits.All(char.IsAsciiHexDigit) => text.ToLowerInvariant(),
        _ => null,
    };

    static DateTimeOffset? Instant(JsonElement a)
    {
        var seconds = Scalar(a, "ts");
        return double.TryParse(seconds, System.Globalization.CultureInfo.InvariantCulture, out var at) && at is >= 0 and < 253_402_300_800 ? DateTimeOffset.FromUnixTimeMilliseconds((long)(at * 1000)) : null;
    }
}
