using System.Globalization;
using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.Bank;

/// <summary>Which answers an item can get at all, right or wrong.</summary>
static class AnswerShape
{
    // A long answer is a wrong one, not a lost one.
    const int LongestTyped = 200;
    const int LongestText = 5_000;

    public static string? Refuse(BankItem item, string answer) => item.Kind switch
    {
        ItemKind.Choice => item.Choices.Any(c => string.Equals(c.Id, answer, StringComparison.Ordinal)) ? null : "cette réponse ne fait pas partie des choix",
        ItemKind.Number => answer.Length > LongestTyped ? "le nombre est trop long" : null,
        ItemKind.Writing => answer.Length > LongestText ? "le texte est trop long" : null,
        ItemKind.Text => answer.Length > LongestTyped ? "le mot est trop long" : null,
        ItemKind.Order => Order(item, AnswerForm.Parts(answer)),
        ItemKind.Sort => Sort(item, AnswerForm.Parts(answer)),
        ItemKind.Zone => Picked(item, AnswerForm.Parts(answer), item.Slots.Select(s => s.Id)),
        ItemKind.Words => Picked(item, AnswerForm.Parts(answer), WordNumbers(item)),
    };

    /// <summary>How many words the document has, all lines together.</summary>
    public static int Words(BankItem item) => item.Document?.Lines.Sum(line => AnswerForm.Parts(line).Count) ?? 0;

    static string? Order(BankItem item, IReadOnlyList<string> given) =>
        given.Order(StringComparer.Ordinal).SequenceEqual(item.Pieces.Select(p => p.Id).Order(StringComparer.Ordinal), StringComparer.Ordinal)
            ? null
            : "la réponse range chaque étiquette une fois, et rien d’autre";

    static string? Sort(BankItem item, IReadOnlyList<string> given)
    {
        var put = given.Select(g => g.Split('=', 2)).ToList();
        return put.Exists(p => p.Length != 2 || item.Pieces.All(x => !Same(x.Id, p[0])) || item.Slots.All(s => !Same(s.Id, p[1])))
            ? "la réponse pose des étiquettes de la question dans ses cases : étiquette=case"
            : put.Select(p => p[0]).Distinct(StringComparer.Ordinal).Count() == put.Count ? null : "une étiquette ne se pose qu’une fois";
    }

    static string? Picked(BankItem item, IReadOnlyList<string> given, IEnumerable<string> known)
    {
        var places = known.ToHashSet(StringComparer.Ordinal);
        return !given.All(places.Contains) ? "la réponse montre autre chose que ce que la question propose"
            : given.Distinct(StringComparer.Ordinal).Count() == item.Picks && given.Count == item.Picks ? null
            : string.Create(CultureInfo.InvariantCulture, $"la réponse montre {item.Picks} endroit(s), chacun une fois");
    }

    static IEnumerable<string> WordNumbers(BankItem item) => Enumerable.Range(1, Words(item)).Select(n => n.ToString(CultureInfo.InvariantCulture));

    static bool Same(string one, string other) => string.Equals(one, other, StringComparison.Ordinal);
}
