using Beffroi.Cli.Psychometrics;
using Beffroi.Cli.Psychometrics.Tables;
using Beffroi.Kit;

namespace Beffroi.Cli.Detection;

/// <summary>Who is who among labelled accounts: by identifier, or by name where there is none. An account that is learnt from and judged makes a model look better than it is.</summary>
static class Identities
{
    /// <summary>Each account once: the first, with its posts. Those that are both bot and human are dropped, all of them: nothing says which label is right.</summary>
    /// <param name="accounts">The accounts.</param>
    /// <param name="where">What they are, for the sentence.</param>
    /// <param name="terminal">Where it is said.</param>
    public static List<LabelledAccount> Distinct(List<LabelledAccount> accounts, string where, Terminal terminal)
    {
        var alike = accounts.Where(a => Key(a).Length > 0).GroupBy(Key, StringComparer.Ordinal).Where(g => g.Skip(1).Any()).ToList();
        if (alike.Count == 0)
        {
            return accounts;
        }

        var torn = alike.Where(g => g.Any(a => a.Bot) && g.Any(a => !a.Bot)).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        List<LabelledAccount> kept = [.. accounts.Where(a => Key(a) is var key && (key.Length == 0 || (!torn.Contains(key) && seen.Add(key))))];
        if (torn.Count > 0)
        {
            terminal.Error.WriteLine($"{Quoted.Text(where)} : erreur, {French.Count(torn.Count, "compte est étiqueté à la fois bot et human : écarté", "comptes sont étiquetés à la fois bot et human : écartés")}");
        }

        if (alike.Count > torn.Count)
        {
            var again = alike.Where(g => !torn.Contains(g.Key)).Sum(g => g.Count() - 1);
            Note.Write(terminal, $"{Quoted.Text(where)} : {French.Count(again, "compte revient et n’est pris qu’une fois", "comptes reviennent et ne sont pris qu’une fois")}");
        }

        return kept;
    }

    /// <summary>Those to learn from that are none of those to judge, neither by identifier nor by name, each once.</summary>
    public static List<LabelledAccount> Apart(List<LabelledAccount> taught, IEnumerable<LabelledAccount> judged, Terminal terminal)
    {
        var known = judged.SelectMany(Names).ToHashSet(StringComparer.Ordinal);
        List<LabelledAccount> apart = [.. taught.Where(a => !Names(a).Any(known.Contains))];
        if (apart.Count < taught.Count)
        {
            Note.Write(terminal, $"{French.Count(taught.Count - apart.Count, "compte est aussi du jeu à juger : écarté de l’entraînement", "comptes sont aussi du jeu à juger : écartés de l’entraînement")}");
        }

        return Distinct(apart, "entraînement", terminal);
    }

    static string Key(LabelledAccount account) => Names(account).FirstOrDefault() ?? "";

    /// <summary>The identifier, then the name, told apart by their first character.</summary>
    static IEnumerable<string> Names(LabelledAccount account)
    {
        if (account.Account.Id.Length > 0)
        {
            yield return "#" + account.Account.Id;
        }

        if (account.Account.Handle is { Length: > 0 } handle)
        {
            yield return "@" + handle.ToLowerInvariant();
        }
    }
}
