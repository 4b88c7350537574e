using System.Text.RegularExpressions;
using Beffroi.Detection;
using Beffroi.Kit;

namespace Beffroi.Bots;

/// <summary>A term of a watch as typed: valid and narrow enough, or a message. A term that half of a network matches would collect people who have nothing to do with the hypothesis.</summary>
static partial class TermDoor
{
    const int LeastHashtag = 3;
    const int LeastWord = 4;
    const int MostWords = 12;

    /// <summary>Words that say nothing alone (own list, French and English).</summary>
    static readonly HashSet<string> Common = new(StringComparer.Ordinal)
    {
        "avec", "pour", "dans", "mais", "plus", "tout", "tous", "cela", "cette", "elle", "elles", "leur", "nous", "vous", "sont", "être", "etre", "avoir", "fait", "faire", "comme", "quand", "alors", "bien", "merci", "bonjour", "aussi", "très", "tres", "encore", "même", "meme", "france", "monde", "paris", "video", "vidéo", "photo",
        "that", "this", "with", "from", "have", "they", "what", "your", "when", "will", "just", "like", "more", "people", "about", "there", "good", "time", "thanks", "hello", "news", "world", "love", "http", "https",
    };

    /// <summary>Where everybody publishes, or what everybody links: the domain alone says nothing; an address in it may.</summary>
    static readonly HashSet<string> Everywhere = new(StringComparer.Ordinal)
    {
        "twitter.com", "x.com", "t.co", "facebook.com", "fb.com", "instagram.com", "threads.net", "tiktok.com", "youtube.com", "youtu.be", "bsky.app", "bsky.social", "mastodon.social", "linkedin.com", "reddit.com", "pinterest.com", "telegram.org", "t.me",
        "whatsapp.com", "wa.me", "google.com", "google.fr", "wikipedia.org", "fr.wikipedia.org", "en.wikipedia.org", "amazon.com", "amazon.fr", "bit.ly", "tinyurl.com", "linktr.ee", "github.com", "medium.com", "substack.com", "vimeo.com", "dailymotion.com", "twitch.tv", "spotify.com", "open.spotify.com", "apple.com", "microsoft.com",
    };

    /// <summary>The key of the term; null when something is to be corrected.</summary>
    public static (string Value, string Key)? Read(TermKind kind, string? typed, string field, Lang l, Errors errors)
    {
        var value = new Typed(l, errors).Line(field, typed, 1, WatchTerm.ValueMaxLength);
        if (errors[field] is not null)
        {
            return null;
        }

        var key = TermKey.Of(kind, value);
        var wrong = key is null || key.Length > WatchTerm.ValueMaxLength ? Unreadable(kind, l) : kind switch
        {
            TermKind.Account => AccountName().IsMatch(key) ? null : Unreadable(kind, l),
            TermKind.Hashtag => !Tag().IsMatch(key) ? Unreadable(kind, l) : key.Length < LeastHashtag || Common.Contains(key) || key.All(char.IsDigit) ? TooWide(l) : null,
            TermKind.Words => WideWords(key) ? TooWide(l) : key.Split(' ').Length > MostWords ? l.Say($"{MostWords} mots au plus", $"At most {MostWords} words") : null,
            TermKind.Link => WideLink(key) ? TooWide(l) : null,
        };
        if (wrong is not null)
        {
            errors.Add(field, wrong);
            return null;
        }

        return (value, key!);
    }

    static bool WideWords(string key)
    {
        var words = key.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.All(w => w.Length < LeastWord || Common.Contains(w));
    }

    static bool WideLink(string key)
    {
        if (!Uri.TryCreate(key, UriKind.Absolute, out var address) || address.HostNameType is not UriHostNameType.Dns || !address.Host.Contains('.', StringComparison.Ordinal))
        {
            return true;
        }

        return address.PathAndQuery is "" or "/" && Everywhere.Contains(address.Host.StartsWith("www.", StringComparison.Ordinal) ? address.Host[4..] : address.Host);
    }

    static string TooWide(Lang l) => l.Say("Ce terme est trop large : il ramènerait des personnes sans lien avec votre hypothèse. Précisez-le", "This term is too wide: it would bring in people who have nothing to do with your hypothesis. Make it narrower");

    static string Unreadable(TermKind kind, Lang l) => kind switch
    {
        TermKind.Account => l.Say("Écrivez un nom de compte comme @nom ou nom.bsky.social, ou son identifiant, sans espace", "Write the name of an account, such as @name or name.bsky.social, or its identifier, without spaces"),
        TermKind.Hashtag => l.Say("Écrivez un mot-dièse sans espace, comme #portimaginaire", "Write a hashtag without spaces, such as #imaginaryport"),
        TermKind.Words => l.Say("Écrivez un ou plusieurs mots", "Write one or more words"),
        TermKind.Link => l.Say("Écrivez une adresse du web ou un domaine, comme exemple.org/page", "Write an address of the web or a domain, such as example.org/page"),
    };

    [GeneratedRegex(@"^[\p{L}\p{N}][\p{L}\p{N}._:@/-]{1,299}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex AccountName();

    [GeneratedRegex(@"^[\p{L}\p{N}\p{M}_]{1,100}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Tag();
}
