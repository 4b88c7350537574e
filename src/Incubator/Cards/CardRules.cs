using System.Text.RegularExpressions;

namespace Beffroi.Incubator.Cards;

/// <summary>What every card obeys, whichever way it goes (ci/startups.mjs of betagouv/beta.gouv.fr, read in August 2026): its mistakes, in words.</summary>
public static partial class CardRules
{
    static readonly string[] Events = ["product_launch", "committee", "national_impact", "fast", "eig", "end", "other"];
    static readonly string[] Users = ["particulier", "etat", "collectivite-territoriale", "parlement", "entreprise", "association", "etablissement-scolaire"];

    public static IReadOnlyList<string> Broken(CardRows rows)
    {
        var (startup, card) = (rows.Startup, rows.Card);
        List<string> wrong = [];
        foreach (var (key, text) in new[] { ("title", startup.Title), ("mission", startup.Mission), ("contact", startup.Contact), ("incubator", startup.Incubator) })
        {
            Refuse(string.IsNullOrWhiteSpace(text), $"«\u00A0{key}\u00A0» manque");
        }

        foreach (var twice in startup.Phases.GroupBy(p => p.Name).Where(g => g.Count() > 1))
        {
            wrong.Add($"la phase «\u00A0{twice.Key.Key()}\u00A0» est écrite deux fois");
        }

        foreach (var phase in startup.Phases.Where(p => p.End <= p.Start))
        {
            wrong.Add($"la phase «\u00A0{phase.Name.Key()}\u00A0» finit avant de commencer");
        }

        Incubators(CardText.Lines(card.Incubators));
        foreach (var happened in rows.Events.Where(e => !Events.Contains(e.Name, StringComparer.Ordinal)))
        {
            wrong.Add($"l’événement «\u00A0{happened.Name}\u00A0» n’existe pas\u00A0: {string.Join(", ", Events)}");
        }

        foreach (var user in CardText.Lines(card.UserTypes).Where(u => !Users.Contains(u, StringComparer.Ordinal)))
        {
            wrong.Add($"le public «\u00A0{user}\u00A0» n’existe pas\u00A0: {string.Join(", ", Users)}");
        }

        foreach (var sponsor in CardText.Sponsors(startup).Where(s => !SponsorShape().IsMatch(s)))
        {
            wrong.Add($"le sponsor «\u00A0{sponsor}\u00A0» s’écrit /organisations/nom");
        }

        foreach (var (key, address) in new[] { ("link", startup.Link), ("repository", startup.Repository), ("dashlord_url", card.DashlordUrl), ("stats_url", card.StatsUrl), ("budget_url", card.BudgetUrl), ("analyse_risques_url", card.RiskAnalysisUrl) })
        {
            Refuse(address is not null && !(Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme is "https" or "http"), $"«\u00A0{key}\u00A0» n’est pas une adresse entière");
        }

        return wrong;

        void Refuse(bool isWrong, string said)
        {
            if (isWrong)
            {
                wrong.Add(said);
            }
        }

        // Carried by several together: the one that leads is among them.
        void Incubators(IReadOnlyList<string> several)
        {
            if (several.Count > 0)
            {
                Refuse(several.Count < 2, "«\u00A0incubators\u00A0» nomme deux incubateurs ou plus");
                Refuse(several.Distinct(StringComparer.Ordinal).Count() < several.Count, "«\u00A0incubators\u00A0» nomme deux fois le même");
                Refuse(!several.Contains(startup.Incubator, StringComparer.Ordinal), $"«\u00A0incubators\u00A0» ne nomme pas «\u00A0{startup.Incubator}\u00A0», qui est «\u00A0incubator\u00A0»");
            }
        }
    }

    [GeneratedRegex("^/organisations/[a-z0-9][a-z0-9._-]*$", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex SponsorShape();
}
