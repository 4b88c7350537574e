using Beffroi.Kit;

namespace Beffroi.Encyclopedia;

/// <summary>Where each page is, in French and in English: the same page, two addresses.</summary>
public static class Addresses
{
    public const string French = "/encyclopedie";
    public const string English = "/en/encyclopedia";

    public static string Home(Lang l) => l.Say(French, English);
    public static string List(Lang l) => Home(l) + l.Say("/fiches", "/entries");
    public static string Suggestions(Lang l) => List(l) + ".json";
    public static string Entry(Lang l, string key) => Home(l) + l.Say("/fiche/", "/entry/") + key;
    public static string History(Lang l, string key) => Entry(l, key) + l.Say("/historique", "/history");
    public static string Version(Lang l, string key, int number) => Entry(l, key) + $"/version/{number}";
    public static string Withhold(Lang l, string key, int number) => Version(l, key, number) + l.Say("/retirer", "/withhold");
    public static string Compare(Lang l, string key) => Entry(l, key) + l.Say("/comparer", "/compare");
    public static string Discussion(Lang l, string key) => Entry(l, key) + "/discussion";
    public static string Propose(Lang l, string key) => Entry(l, key) + l.Say("/proposer", "/propose");
    public static string ProposeAt(Lang l, string key, string text) => Propose(l, key) + "?at=" + text;
    public static string New(Lang l) => Home(l) + l.Say("/nouvelle-fiche", "/new-entry");
    public static string Proposals(Lang l) => Home(l) + l.Say("/relecture", "/review");
    public static string Proposal(Lang l, Guid id) => Home(l) + l.Say("/proposition/", "/proposal/") + id;
    public static string Contribute(Lang l) => Home(l) + l.Say("/contribuer", "/contribute");
    public static string Reviewers(Lang l) => Home(l) + l.Say("/relecteurs", "/reviewers");
    public static string Freshness(Lang l) => Home(l) + l.Say("/fraicheur", "/freshness");
    public static string Data(Lang l) => Home(l) + l.Say("/donnees", "/data");
    public static string PhasePattern(Lang l) => Home(l) + "/phase/{phase}";
    public static string Phase(Lang l, Phase phase) => Home(l) + "/phase/" + phase.Name();
    public static string ListOf(Lang l, EntryType type) => List(l) + "?type=" + type.Name();
    public static string ListOf(Lang l, EntryType type, Phase phase) => List(l) + "?phase=" + phase.Name() + "&type=" + type.Name();
    public static string Wanted(Lang l) => Home(l) + l.Say("/fiches-a-ecrire", "/wanted-entries");
    public static string Changes(Lang l) => Home(l) + l.Say("/changements", "/changes");
    public static string Follow(Lang l, string token) => Home(l) + l.Say("/suivi/", "/follow/") + token;
    public static string Care(Lang l, string key) => Entry(l, key) + l.Say("/entretien", "/care");
    public static string HideNote(Lang l, string key, string run) => Entry(l, key) + "/note/" + run + l.Say("/retirer", "/hide");
    public static string DataFile(Lang l, string end) => Data(l) + "/encyclopedia." + end;
    public static string Feed(Lang l) => Changes(l) + ".atom";
}
