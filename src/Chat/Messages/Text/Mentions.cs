namespace Beffroi.Chat;

/// <summary>Finds those who are called in a text: <c>@</c> and a whole name, the longest that fits.</summary>
public static class Mentions
{
    public static IEnumerable<(int Start, int End)> In(string text, IReadOnlyCollection<string> names)
    {
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = at < text.Length ? text.IndexOf('@', at) : -1)
        {
            if (Called(text, at, names) is { } name)
            {
                yield return (at, at + 1 + name.Length);
                at += 1 + name.Length;
            }
            else
            {
                at++;
            }
        }
    }

    static string? Called(string text, int at, IReadOnlyCollection<string> names) =>
        at > 0 && char.IsLetterOrDigit(text[at - 1]) ? null
        : names.Where(n => n.Length > 0 && string.Compare(text, at + 1, n, 0, n.Length, StringComparison.OrdinalIgnoreCase) == 0 && (at + 1 + n.Length == text.Length || !char.IsLetterOrDigit(text[at + 1 + n.Length]))).MaxBy(n => n.Length);
}
