using System.Text;

namespace Beffroi.Chat;

/// <summary>Those whom a message calls (<c>@Name</c>), as a reader may know them: whom they may not is called by the organisation.</summary>
/// <param name="Names">As written, and as shown.</param>
public sealed record CalledNames(IReadOnlyList<(string Written, string Shown)> Names)
{
    public static CalledNames None { get; } = new([]);

    public IReadOnlyCollection<string> Shown => [.. Names.Select(n => n.Shown).Distinct(StringComparer.Ordinal)];

    public string In(string text)
    {
        var hidden = Names.Where(n => !string.Equals(n.Written, n.Shown, StringComparison.Ordinal)).ToList();
        if (hidden.Count == 0)
        {
            return text;
        }

        var (shown, at) = (new StringBuilder(text.Length), 0);
        foreach (var (start, end) in Mentions.In(text, hidden.ConvertAll(h => h.Written)))
        {
            var name = text[(start + 1)..end];
            shown.Append(text, at, start + 1 - at).Append(hidden.First(h => string.Equals(h.Written, name, StringComparison.OrdinalIgnoreCase)).Shown);
            at = end;
        }

        return shown.Append(text, at, text.Length - at).ToString();
    }
}
