namespace Beffroi.Incubator.Cards;

/// <summary>Reads a card: its front matter key by key, then its text.</summary>
public static class CardReader
{
    /// <summary>More than any card has.</summary>
    public const int MaximumLength = 200_000;

    /// <param name="unknown">Keys that we hold nothing for: they are left out, and told.</param>
    /// <exception cref="InvalidDataException">Says in French what is wrong, line by line.</exception>
    public static CardRows Read(string slug, string text, DateTimeOffset now, out IReadOnlyList<string> unknown)
    {
        var lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        var end = Array.FindIndex(lines, 1, l => l.TrimEnd() is "---");
        if (lines[0].TrimEnd() is not "---" || end < 0)
        {
            throw new InvalidDataException("cette fiche ne commence pas par un en-tête entre deux lignes «\u00A0---\u00A0»");
        }

        var keys = new CardKeys(YamlReader.Read(lines[1..end], first: 2));
        var rows = Rows(slug, keys, string.Join('\n', lines[(end + 1)..]).Trim('\n', ' '), now);
        unknown = keys.Unread;
        IReadOnlyList<string> wrong = [.. keys.Wrong, .. CardRules.Broken(rows)];
        return wrong.Count == 0 ? rows : throw new InvalidDataException(string.Join("\n", wrong));
    }

    static CardRows Rows(string slug, CardKeys keys, string content, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7(now);
        var (fast, sponsors) = (keys.Map("fast"), keys.Many("sponsors", Startup.TextMaxLength));
        foreach (var bare in CardText.Lines(sponsors).Where(s => s[0] != '/'))
        {
            keys.Refuse($"le sponsor «\u00A0{bare}\u00A0» s’écrit /organisations/nom");
        }

        var startup = new Startup
        {
            Id = id, Slug = slug, Title = keys.Text("title", Startup.NameMaxLength) ?? "", Mission = keys.Text("mission", Startup.TextMaxLength) ?? "", Contact = keys.Text("contact", Startup.NameMaxLength) ?? "", Incubator = keys.Text("incubator", Startup.NameMaxLength) ?? "",
            Sponsors = sponsors, Link = keys.Text("link", Typed.WebAddressMaxLength), Repository = keys.Text("repository", Typed.WebAddressMaxLength),
            Phases = [.. keys.Maps("phases").Select(p => PhaseOf(p, id, now)).OfType<Phase>()],
        };
        var card = new Card
        {
            StartupId = id, AccessibilityStatus = keys.Text("accessibility_status", Card.TextMaxLength), DashlordUrl = keys.Text("dashlord_url", Card.TextMaxLength), Stats = keys.Truth("stats"), StatsUrl = keys.Text("stats_url", Card.TextMaxLength),
            BudgetUrl = keys.Text("budget_url", Card.TextMaxLength), RiskAnalysis = keys.Truth("analyse_risques"), RiskAnalysisUrl = keys.Text("analyse_risques_url", Card.TextMaxLength), MonServiceSecurise = keys.Truth("mon_service_securise"),
            Incubators = keys.Many("incubators", Card.TextMaxLength), Techno = keys.Many("techno", Card.TextMaxLength), UserTypes = keys.Many("usertypes", Card.TextMaxLength), Thematiques = keys.Many("thematiques", Card.TextMaxLength), RedirectFrom = keys.Many("redirect_from", Card.TextMaxLength),
            FastPromotion = fast?.Text("promotion", Card.TextMaxLength), FastMontant = fast?.Text("montant", Card.TextMaxLength), Content = keys.Within("le texte", content, Card.ContentMaxLength),
        };
        return new(startup, card, [.. keys.Maps("events").Select(e => Happened(e, id, now)).OfType<CardEvent>()]);
    }

    static Phase? PhaseOf(CardKeys keys, Guid startup, DateTimeOffset now)
    {
        var typed = keys.Text("name", Phase.CommentMaxLength);
        var (start, end, comment) = (keys.Day("start"), keys.OptionalDay("end"), keys.Text("comment", Phase.CommentMaxLength));
        if (CardText.PhaseOf(typed) is not { } name)
        {
            keys.Refuse($"la phase «\u00A0{typed}\u00A0» n’existe pas");
            return null;
        }

        return start is null ? null : new() { Id = Guid.CreateVersion7(now), StartupId = startup, Name = name, Start = start.Value, End = end, CommitteeId = null, Lessons = null, Comment = comment };
    }

    static CardEvent? Happened(CardKeys keys, Guid startup, DateTimeOffset now)
    {
        var (name, on, comment) = (keys.Text("name", CardEvent.NameMaxLength), keys.Day("date"), keys.Text("comment", Phase.CommentMaxLength));
        return on is null ? null : new() { Id = Guid.CreateVersion7(now), StartupId = startup, Name = name ?? "", On = on.Value, Comment = comment };
    }
}
