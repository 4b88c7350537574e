using Beffroi.Kit;

namespace Beffroi.Ads.Law;

/// <summary>The sentences about dates and texts.</summary>
static class Say
{
    public static readonly Words ElectionUnknown = new(
        "On ne sait pas encore quelle élection la publicité concerne : la période à retenir en dépend.",
        "It is not known yet which election the ad is about: the period to look at depends on it.");

    public static readonly Words NoElection = new("La publicité ne concerne aucune élection.", "The ad is about no election.");

    public static readonly Words ElectionNotOnFile = new(
        "Cette élection n’est pas décrite ici : une personne doit établir sa période.",
        "This election is not described here: a person has to work out its period.");

    public static readonly Words NobodyVotesThere = new(
        "Elle n’a été montrée que là où personne ne vote à cette élection : une personne doit dire si la règle s’applique.",
        "It was shown only where nobody votes in this election: a person has to say whether the rule applies.");

    public static readonly Words PeriodUnknown = new(
        "Les dates connues ne suffisent pas à dire si le texte s’appliquait déjà.",
        "The known dates are not enough to say whether the text already applied.");

    /// <summary>The version of that time was not read, or the text may have changed.</summary>
    public static Words TextUnsure(Article article) => article.Doubt ?? new(
        $"La version du texte qui s’appliquait alors n’a pas été lue à sa source ({article.Name.In(Lang.French)}).",
        $"The version of the text that applied then has not been read at its source ({article.Name.In(Lang.English)}).");

    public static Words TextNotInForce(Article article) => new(
        $"Les dates connues sont hors de la période d’application du texte ({article.Name.In(Lang.French)}).",
        $"The known dates are outside the time when this text applied ({article.Name.In(Lang.English)}).");

    public static Words TextInForce(Article article) => new(
        $"La publicité a été montrée alors que le texte s’appliquait ({article.Name.In(Lang.French)}).",
        $"The ad was shown while the text applied ({article.Name.In(Lang.English)}).");

    public static Words Within(Election election, IReadOnlyList<Days> periods, bool putOut) => Both(
        election, periods,
        putOut ? "Mise en ligne ou encore payée pendant la période visée" : "Montrée pendant la période visée",
        putOut ? "Put out, or still paid for, during the period concerned" : "Shown during the period concerned");

    public static Words Outside(Election election, IReadOnlyList<Days> periods, bool putOut) => Both(
        election, periods,
        putOut ? "Ni mise en ligne ni payée pendant la période visée" : "Pas montrée pendant la période visée",
        putOut ? "Neither put out nor paid for during the period concerned" : "Not shown during the period concerned");

    public static Words PerhapsWithin(Election election, IReadOnlyList<Days> periods) => Both(
        election, periods, "Peut-être montrée pendant la période visée", "Perhaps shown during the period concerned");

    public static Words DateNotOfficial(Election election) => new(
        $"La date de cette élection n’est pas encore officielle ({election.Name.In(Lang.French)}) : la période exacte en dépend. {election.Certain?.In(Lang.French)}".TrimEnd(),
        $"The date of this election is not official yet ({election.Name.In(Lang.English)}): the exact period depends on it. {election.Certain?.In(Lang.English)}".TrimEnd());

    static Words Both(Election election, IReadOnlyList<Days> periods, string french, string english) => new(
        $"{french} : {string.Join(", puis ", periods.Select(French))}{(election.IsOfficial ? "" : ", selon l’une des dates possibles")} ({election.Name.In(Lang.French)}).",
        $"{english}: {string.Join(", then ", periods.Select(English))}{(election.IsOfficial ? "" : ", by one of the possible dates")} ({election.Name.In(Lang.English)}).");

    static string French(Days days) => days.From is { } from ? $"du {Kit.French.Day(from)} au {Kit.French.Day(days.Until)}" : $"jusqu’au {Kit.French.Day(days.Until)}";

    static string English(Days days) => days.From is { } from ? $"from {Kit.English.Day(from)} to {Kit.English.Day(days.Until)}" : $"until {Kit.English.Day(days.Until)}";
}

/// <summary>First and last day of a period.</summary>
sealed record Days(DateOnly? From, DateOnly Until);
