using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Scoring;
using Beffroi.Eva.Tables;

namespace Beffroi.Eva.Exports;

/// <summary>The answers of a positioning as tables.</summary>
static class AnswerTables
{
    static readonly string[] Common = ["Rang", "Question", "Compétence", "Intitulé", "Réponse donnée", "Résultat", "Points", "Points possibles", "Aide", "Temps (s)"];
    static readonly string[] OfMarket = ["Niveau", "Rattrapage", "Famille", "Critère CléA"];
    static readonly string[] OfClea = ["Domaine CléA", "Intitulé", "Résultat (%)", "Seuil (%)", "État"];

    /// <summary>Both domains in one table, for what holds one only.</summary>
    public static Table Everything(IReadOnlyList<RoutePlay> plays) =>
        new("Réponses", ["Situation", .. Common, .. OfMarket], Coming(plays.SelectMany(play => play.Steps.Index().Select(IReadOnlyList<Cell> (s) => [Cell.Of(play.Bank.Situation), .. Answer(s.Index, s.Item), .. Market(s.Item)]))));

    public static IEnumerable<Table> Sheets(IReadOnlyList<RoutePlay> plays)
    {
        foreach (var play in plays)
        {
            yield return play.IsLiteracy
                ? new("Littératie", Common, Coming(play.Steps.Index().Select(s => Answer(s.Index, s.Item))))
                : new("Numératie", [.. Common, .. OfMarket], Coming(play.Steps.Index().Select(IReadOnlyList<Cell> (s) => [.. Answer(s.Index, s.Item), .. Market(s.Item)])));
        }

        if (plays.FirstOrDefault(p => !p.IsLiteracy) is { } market)
        {
            yield return new("Synthèse CléA", OfClea, Coming(Clea(market)));
        }
    }

    static IReadOnlyList<Cell> Answer(int index, RouteStep step) =>
    [
        Cell.Of(index + 1),
        Cell.Of(step.Item.Id),
        Cell.Of(BankWords.Skill(step.Item.Skill)),
        Cell.Of(step.Item.Question),
        Cell.Of(Given(step)),
        Cell.Of(Outcome(step)),
        Cell.Of(step.Mark.Points),
        Cell.Of(step.Item.Points),
        Cell.Of(step.Heard ? "oui" : "non"),
        Cell.Of(step.Seconds, 1),
    ];

    static Cell[] Market(RouteStep step)
    {
        var family = MarcheCodebook.Families.FirstOrDefault(f => f.Principal.Ids.Concat(f.CatchUp?.Ids ?? []).Contains(step.Item.Id, StringComparer.Ordinal));
        return family is null
            ? [Cell.Of((int?)null), Cell.Of((string?)null), Cell.Of((string?)null), Cell.Of((string?)null)]
            : [Cell.Of(family.Level), Cell.Of(family.Principal.Ids.Contains(step.Item.Id, StringComparer.Ordinal) ? "non" : "oui"), Cell.Of(family.Letters), Cell.Of(family.Criterion)];
    }

    static string Outcome(RouteStep step) =>
        step.DontKnow ? "je ne sais pas" : step.Marked.Right ? "juste" : step.Marked.Points > 0 ? "en partie juste" : "faux";

    // What a choice says rather than its letter; the rest as it was typed or placed.
    static string? Given(RouteStep step) =>
        step.Given is { } given && step.Item.Choices.FirstOrDefault(c => string.Equals(c.Id, given, StringComparison.Ordinal)) is { Text: { Length: > 0 } text } ? text : step.Given;

    // An adaptive test skips what the rules of CléA count: its criteria say what was asked and nothing of what was not.
    static IEnumerable<IReadOnlyList<Cell>> Clea(RoutePlay market) =>
        market.Mode is not RouteMode.Historique ? [[Cell.Of("2"), Cell.Of("Le parcours adaptatif ne passe pas toutes les questions que CléA compte : pas de pourcentage ici.")]]
        : from domain in CleaDomain2.Of(ItemMarks.Of(market.Marks))
          from line in domain.Criteria.Select(c => (c.Code, c.Percent, c.Status)).Prepend((domain.Code, domain.Percent, domain.Status))
          select (IReadOnlyList<Cell>)[Cell.Of(line.Code), Cell.Of(PositioningWords.Clea(line.Code)), Cell.Of(line.Percent), Cell.Of(domain.Threshold), Cell.Of(PositioningWords.Status(line.Status))];

    static IAsyncEnumerable<IReadOnlyList<Cell>> Coming(IEnumerable<IReadOnlyList<Cell>> rows) => rows.ToAsyncEnumerable();
}
