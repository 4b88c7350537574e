using System.Buffers;
using System.Collections.Frozen;

namespace Beffroi.Detection;

/// <summary>Words of a profile that say something of who posts, in French and English (and the most usual of Spanish, Italian and Portuguese).</summary>
static class ProfileWords
{
    static readonly FrozenSet<string> Automation = FrozenSet.ToFrozenSet(
    [
        "bot", "bots", "twitterbot", "robot", "automated", "automatic", "automatically", "automatique", "automatiquement", "automatisé", "automatizado",
        "hourly", "generated", "generator", "généré", "générés", "générateur", "ebooks", "markov", "algorithm", "algorithmic", "algorithme", "script", "scripts",
        "random", "randomly", "procedural", "procedurally", "robots", "tweetbot", "rss", "feed",
    ], StringComparer.OrdinalIgnoreCase);

    static readonly SearchValues<string> AutomationPhrases = SearchValues.Create(
    [
        "every hour", "every day at", "every few hours", "every 5 min", "every 10 min", "every 15 min", "every 20 min", "every 30 min", "every half hour", "every two hours", "every 2 hours", "every 3 hours",
        "every 4 hours", "every 6 hours", "every 12 hours", "times a day", "once a day", "per hour", "toutes les heures", "toutes les deux heures", "chaque heure", "cada hora", "ogni ora", "made by @", "created by @",
        "built by @", "bot by", "by @", "source code", "github.com", "i tweet", "tweets every", "tweeting every", "je tweete",
    ], StringComparison.OrdinalIgnoreCase);

    static readonly FrozenSet<string> Person = FrozenSet.ToFrozenSet(
    [
        "i", "i'm", "i’m", "im", "my", "me", "myself", "je", "j'aime", "j’aime", "mon", "ma", "mes", "moi", "yo", "mi", "soy", "io", "sono", "eu", "meu", "minha",
        "mom", "mum", "mother", "dad", "father", "wife", "husband", "married", "son", "daughter", "papa", "maman", "père", "mère", "mari", "épouse",
        "student", "étudiant", "étudiante", "estudiante", "studente", "teacher", "professeur", "prof", "journalist", "journaliste", "writer", "artist", "actor", "engineer", "ingénieur", "lawyer", "nurse",
        "fan", "lover", "love", "addict", "passionate", "passionné", "passionnée", "amoureux", "amante", "she", "her", "he", "him", "they", "elle", "il", "living", "born", "né", "née", "life", "vie", "vida", "vita",
    ], StringComparer.OrdinalIgnoreCase);

    static readonly FrozenSet<string> Call = FrozenSet.ToFrozenSet(
    [
        "follow", "followback", "followers", "followed", "suivez", "sigue", "segui", "free", "gratuit", "gratuite", "gratis", "win", "click", "join", "sale", "deals", "buy", "shop", "store", "online", "money", "earn", "marketing", "seo",
        "official", "officiel", "officielle", "oficial", "ufficiale", "news", "actualités", "actu", "noticias", "notizie", "latest", "updates", "breaking", "daily", "best", "top", "quotes", "facts", "tips", "jobs", "dm", "promo", "crypto", "trading", "forex", "bitcoin",
    ], StringComparer.OrdinalIgnoreCase);

    /// <summary>What each word says: the three sets asked at once.</summary>
    static readonly FrozenDictionary<string, (int Automation, int Person, int Call)> Says = Automation.Union(Person, StringComparer.OrdinalIgnoreCase).Union(Call, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(word => word, word => (Automation.Contains(word) ? 1 : 0, Person.Contains(word) ? 1 : 0, Call.Contains(word) ? 1 : 0), StringComparer.OrdinalIgnoreCase);

    static readonly FrozenDictionary<string, (int Automation, int Person, int Call)>.AlternateLookup<ReadOnlySpan<char>> Sayings = Says.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Signs of a program, of a person, of a call, and the number of words.</summary>
    public static (int Automation, int Person, int Call, int Words) Count(ReadOnlySpan<char> text)
    {
        var (automation, person, call, words) = (text.ContainsAny(AutomationPhrases) ? 1 : 0, 0, 0, 0);
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            while (at < text.Length && (char.IsLetterOrDigit(text[at]) || (at > start && text[at] is '\'' or '’')))
            {
                at++;
            }

            if (at > start)
            {
                var word = text[start..at];
                words++;
                if (Sayings.TryGetValue(word, out var says))
                {
                    (automation, person, call) = (automation + says.Automation, person + says.Person, call + says.Call);
                }
            }
            else
            {
                at++;
            }
        }

        return (automation, person, call, words);
    }

    /// <summary>Whether a handle or a name says that it is a program: "bot" as a word, by case, by underscore or at the end, or a few words that programs bear.</summary>
    public static bool NamesBot(ReadOnlySpan<char> name)
    {
        for (var at = 0; at + 3 <= name.Length; at++)
        {
            if (name.Slice(at, 3).Equals("bot", StringComparison.OrdinalIgnoreCase))
            {
                var opens = at == 0 || !char.IsLetter(name[at - 1]) || (char.IsUpper(name[at]) && char.IsLower(name[at - 1]));
                var after = at + 3 < name.Length && name[at + 3] is 's' or 'S' ? at + 4 : at + 3;
                var closes = after >= name.Length || !char.IsLower(name[after]);
                if (closes && (opens || after >= name.Length))
                {
                    return true;
                }
            }
        }

        return name.Contains("ebooks", StringComparison.OrdinalIgnoreCase) || name.Contains("robot", StringComparison.OrdinalIgnoreCase) || name.Contains("generator", StringComparison.OrdinalIgnoreCase) || name.StartsWith("every", StringComparison.OrdinalIgnoreCase);
    }
}
