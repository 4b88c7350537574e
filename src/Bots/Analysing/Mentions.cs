namespace Beffroi.Bots.Analysing;

/// <summary>Accounts that a text names.</summary>
static class Mentions
{
    /// <summary>In order, in lower case, without their first @: <c>name</c>, <c>name.bsky.social</c>, <c>name@server.example</c>.</summary>
    public static IReadOnlyList<string> Of(string? text)
    {
        var found = new List<string>();
        for (var at = 0; at < (text?.Length ?? 0); at++)
        {
            if (text![at] != '@' || (at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '_' or '/')))
            {
                continue;
            }

            var end = at + 1;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '.' or '-' or '@'))
            {
                end++;
            }

            // The end of a sentence is no part of a name.
            var name = text[(at + 1)..end].TrimEnd('.', '-', '@').ToLowerInvariant();
            if (name.Length > 0 && name.Count(c => c == '@') <= 1)
            {
                found.Add(name);
            }

            at = end - 1;
        }

        return found;
    }
}
