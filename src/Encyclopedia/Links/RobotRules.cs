namespace Beffroi.Encyclopedia.Links;

/// <summary>What a site's robots.txt asks of everybody (RFC 9309): the longest rule that fits decides, and allowing wins a tie.</summary>
public sealed class RobotRules
{
    public static readonly RobotRules None = new([]);

    readonly IReadOnlyList<(string Path, bool Allowed)> _rules;

    RobotRules(IReadOnlyList<(string, bool)> rules) => _rules = rules;

    /// <param name="agent">Product name of who asks; its own group, where there is one, takes the place of everybody's.</param>
    public static RobotRules Read(string text, string agent)
    {
        var (own, everybody) = (new List<(string, bool)>(), new List<(string, bool)>());
        var ownGroup = false;
        var (forOwn, forAll, naming) = (false, false, false);
        foreach (var line in text.Split('\n'))
        {
            var parts = line.Split('#')[0].Split(':', 2, StringSplitOptions.TrimEntries);
            if (parts.Length < 2)
            {
                continue;
            }

            switch (parts[0].ToLowerInvariant())
            {
                case "user-agent":
                    (forOwn, forAll) = naming ? (forOwn, forAll) : (false, false);
                    naming = true;
                    forAll |= parts[1] is "*";
                    forOwn |= parts[1].Length > 0 && agent.StartsWith(parts[1], StringComparison.OrdinalIgnoreCase);
                    ownGroup |= forOwn;
                    break;
                case "allow" or "disallow":
                    naming = false;
                    Keep(parts, forOwn ? own : forAll ? everybody : null);
                    break;
                default:
                    break;
            }
        }

        return new(ownGroup ? own : everybody);
    }

    public bool Allow(string path)
    {
        var met = _rules.Where(r => Fits(r.Path, path)).OrderByDescending(r => r.Path.Length).ThenByDescending(r => r.Allowed).Select(r => (bool?)r.Allowed).FirstOrDefault();
        return met ?? true;
    }

    static void Keep(string[] parts, List<(string, bool)>? rules)
    {
        if (parts[1].Length > 0)
        {
            rules?.Add((parts[1], string.Equals(parts[0], "allow", StringComparison.OrdinalIgnoreCase)));
        }
    }

    // A star is any run of characters; a dollar at the end is the end of the path.
    static bool Fits(string rule, string path)
    {
        var whole = rule.EndsWith('$');
        var pieces = (whole ? rule[..^1] : rule).Split('*');
        if (!path.StartsWith(pieces[0], StringComparison.Ordinal))
        {
            return false;
        }

        var at = pieces[0].Length;
        for (var i = 1; i < pieces.Length; i++)
        {
            var met = i == pieces.Length - 1 && whole ? path.Length - pieces[i].Length : path.IndexOf(pieces[i], at, StringComparison.Ordinal);
            if (met < at || !path.AsSpan(met).StartsWith(pieces[i], StringComparison.Ordinal))
            {
                return false;
            }

            at = met + pieces[i].Length;
        }

        return !whole || at == path.Length;
    }
}
