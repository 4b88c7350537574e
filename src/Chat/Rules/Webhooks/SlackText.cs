using System.Text.Json;
using System.Text.RegularExpressions;

namespace Beffroi.Chat.Rules.Webhooks;

/// <summary>Slack's own marks in a text (its docs, « Formatting text »): <c>&lt;https://a.example|words&gt;</c>, mentions of everybody, and the three signs that it escapes.</summary>
static partial class SlackText
{
    public static string ToMarkdown(string text)
    {
        var linked = Marked().Replace(text, mark => mark.Groups["inside"].Value switch
        {
            // A program never calls everybody.
            ['!', .. var everybody] => everybody.Split('|')[0].Split('^')[0],
            ['@' or '#', .. var id] => id.Contains('|', StringComparison.Ordinal) ? id[(id.IndexOf('|', StringComparison.Ordinal) + 1)..] : id,
            var address => Link(address),
        });
        return linked.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);
    }

    static string Link(string inside)
    {
        var bar = inside.IndexOf('|', StringComparison.Ordinal);
        var (address, words) = bar < 0 ? (inside, null) : (inside[..bar], inside[(bar + 1)..]);
        return words is null ? $"<{address}>" : $"[{words.Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal)}]({address.Replace(")", "%29", StringComparison.Ordinal).Replace("(", "%28", StringComparison.Ordinal)})";
    }

    [GeneratedRegex(@"<(?<inside>(https?://|mailto:)[^<>\s|]+(\|[^<>\n]*)?|[!@#][^<>\s|]+(\|[^<>\n]*)?)>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marked();
}

/// <summary>The words of Slack's blocks: headings, sections with their fields, contexts, alternative texts of images. Buttons and the rest say nothing here.</summary>
static class SlackBlocks
{
    public static string Text(IEnumerable<JsonElement> blocks) => string.Join("\n\n", blocks.Take(50).Select(Block).Where(t => t.Length > 0));

    static string Block(JsonElement block) => HookJson.Text(block, "type") switch
    {
        "header" => $"**{Inner(block)}**",
        "section" => string.Join('\n', HookJson.Items(block, "fields").Select(f => HookJson.Text(f, "text")).Prepend(Inner(block)).OfType<string>()),
        "context" => string.Join(" · ", HookJson.Items(block, "elements").Select(e => HookJson.Text(e, "text") ?? HookJson.Text(e, "alt_text")).OfType<string>()),
        "image" => HookJson.Text(block, "alt_text") ?? "",
        _ => "",
    };

    static string? Inner(JsonElement block) => block.TryGetProperty("text", out var text) ? HookJson.Text(text, "text") : null;
}
