using System.Globalization;
using System.Text;
using Beffroi.Kit;
using Microsoft.AspNetCore.Http;

namespace Beffroi.Bots.Analysing;

public enum NarrativeStep
{
    Hour,
    Day,
}

/// <summary>What an address asks, as typed: <c>?q=%23mot&amp;from=2026-11-01&amp;to=2026-11-07&amp;step=hour&amp;watch=…&amp;lang=fr&amp;account=…&amp;hashtag=…&amp;domain=…&amp;kind=quote</c>.</summary>
public sealed record NarrativeForm
{
    public string? Q { get; init; }
    public string? From { get; init; }
    public string? To { get; init; }
    public string? Step { get; init; }
    public string? Watch { get; init; }
    public string? Lang { get; init; }
    public string? Account { get; init; }
    public string? Hashtag { get; init; }
    public string? Domain { get; init; }
    public string? Kind { get; init; }

    public static NarrativeForm Of(IQueryCollection query) => new()
    {
        Q = One(query, "q"), From = One(query, "from"), To = One(query, "to"), Step = One(query, "step"), Watch = One(query, "watch"), Lang = One(query, "lang"),
        Account = One(query, "account"), Hashtag = One(query, "hashtag"), Domain = One(query, "domain"), Kind = One(query, "kind"),
    };

    static string? One(IQueryCollection query, string name) => query[name].ToString().Trim() is { Length: > 0 } value ? value : null;
}

/// <summary>A narrative over a period, within the watches of who asks: the whole of a view, and what its address says.</summary>
public sealed record NarrativeFilter
{
    /// <summary>Days that are looked at when the address does not say.</summary>
    public const int UsualDays = 7;
    public const int MostDays = 366;

    /// <summary>More hours than that are no longer told apart on a screen.</summary>
    public const int MostHourlyDays = 31;

    /// <summary>Posts whose network gives no language.</summary>
    public const string NoLanguage = "none";

    const int LongestHandle = 300;

    public required NarrativeSubject Subject { get; init; }

    /// <summary>First and last day, in Paris.</summary>
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }
    public required NarrativeStep Step { get; init; }

    /// <summary>Null: all of the organisation.</summary>
    public Guid? Watch { get; init; }
    public string? Language { get; init; }

    /// <summary>Our identifier of the account, or its handle.</summary>
    public string? Account { get; init; }
    public NarrativeSubject? Hashtag { get; init; }
    public NarrativeSubject? Domain { get; init; }
    public PostKind? Kind { get; init; }

    public DateTimeOffset Begins => French.Begins(From);
    public DateTimeOffset Ends => French.Begins(To.AddDays(1));

    /// <summary>Null, with what is wrong, where the address cannot be read.</summary>
    public static NarrativeFilter? Read(NarrativeForm form, DateOnly today, Errors errors, Lang l)
    {
        var subject = NarrativeSubject.Read(form.Q);
        if (subject is null)
        {
            errors.Add("q", l.Say("Écrivez un #hashtag, un @compte, une adresse, un domaine ou des mots (3 signes au moins, 300 au plus).", "Write a #hashtag, an @account, an address, a domain or words (at least 3 characters, at most 300)."));
        }

        var to = Day(form.To, "to", errors, l) ?? Day(form.From, "from", errors, l)?.AddDays(UsualDays - 1) ?? today;
        var from = Day(form.From, "from", errors, l) ?? to.AddDays(1 - UsualDays);
        if (from > to)
        {
            errors.Add("to", l.Say("Le dernier jour précède le premier.", "The last day comes before the first."));
        }
        else if (to.DayNumber - from.DayNumber >= MostDays)
        {
            errors.Add("to", l.Say($"Une analyse couvre {MostDays} jours au plus.", $"An analysis covers {MostDays} days at most."));
        }

        var short_ = to.DayNumber - from.DayNumber < MostHourlyDays;
        var step = form.Step switch
        {
            null => to.DayNumber - from.DayNumber < 3 ? NarrativeStep.Hour : NarrativeStep.Day,
            "day" => NarrativeStep.Day,
            "hour" when short_ => NarrativeStep.Hour,
            "hour" => Wrong(NarrativeStep.Day, "step", l.Say($"Heure par heure, une analyse couvre {MostHourlyDays} jours au plus.", $"Hour by hour, an analysis covers {MostHourlyDays} days at most.")),
            _ => Wrong(NarrativeStep.Day, "step", l.Say("Choisissez l’heure ou le jour.", "Choose hours or days.")),
        };
        var filter = new NarrativeFilter
        {
            Subject = subject ?? new(SubjectKind.Words, ""), From = from, To = to, Step = step,
            Watch = form.Watch is null ? null : Guid.TryParse(form.Watch, out var watch) ? watch : Wrong<Guid?>(null, "watch", l.Say("Cette veille n’existe pas.", "There is no such watch.")),
            Language = form.Lang is null || IsLanguage(form.Lang) ? form.Lang?.ToLowerInvariant() : Wrong<string?>(null, "lang", l.Say("Un code de langue est attendu, comme fr ou pt-br.", "A language code is expected, such as fr or pt-br.")),
            Account = form.Account is null || form.Account.Length <= LongestHandle ? form.Account?.TrimStart('@') : Wrong<string?>(null, "account", l.Say("Ce nom de compte est trop long.", "This account name is too long.")),
            Hashtag = form.Hashtag is null ? null : NarrativeSubject.Read("#" + form.Hashtag.TrimStart('#')) ?? Wrong<NarrativeSubject?>(null, "hashtag", l.Say("Ce n’est pas un hashtag.", "This is no hashtag.")),
            Domain = form.Domain is null ? null : NarrativeSubject.Read(form.Domain) is { Kind: SubjectKind.Domain } domain ? domain : Wrong<NarrativeSubject?>(null, "domain", l.Say("Un domaine est attendu, comme exemple.fr.", "A domain is expected, such as example.org.")),
            Kind = form.Kind switch
            {
                null => null, "post" => PostKind.Post, "repost" => PostKind.Repost, "quote" => PostKind.Quote, "reply" => PostKind.Reply,
                _ => Wrong<PostKind?>(null, "kind", l.Say("Choisissez une sorte de publication.", "Choose a kind of post.")),
            },
        };
        return errors.Any ? null : filter;

        T Wrong<T>(T value, string field, string message)
        {
            errors.Add(field, message);
            return value;
        }
    }

    public NarrativeForm ToForm() => new()
    {
        Q = Subject.Typed, From = Iso(From), To = Iso(To), Step = Step is NarrativeStep.Hour ? "hour" : "day", Watch = Watch?.ToString(), Lang = Language, Account = Account,
        Hashtag = Hashtag?.Key, Domain = Domain?.Key, Kind = Kind?.ToString().ToLowerInvariant(),
    };

    /// <summary>Every view comes again from its address, whenever it is opened: the days are always written.</summary>
    public string ToQuery(params (string Name, string Value)[] more)
    {
        var (query, form) = (new StringBuilder(), ToForm());
        foreach (var (name, value) in (IEnumerable<(string, string?)>)
            [("q", form.Q), ("from", form.From), ("to", form.To), ("step", form.Step), ("watch", form.Watch), ("lang", form.Lang), ("account", form.Account), ("hashtag", form.Hashtag), ("domain", form.Domain), ("kind", form.Kind),
            .. more.Select(m => (m.Name, (string?)m.Value))])
        {
            if (!string.IsNullOrEmpty(value))
            {
                query.Append(query.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
            }
        }

        return query.ToString();
    }

    static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static bool IsLanguage(string text) => text.Length <= CollectedPost.LanguageMaxLength && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') && char.IsAsciiLetter(text[0]);

    static DateOnly? Day(string? text, string field, Errors errors, Lang l)
    {
        if (text is null)
        {
            return null;
        }

        // Before, no network of these was there; after, nothing is published yet.
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and < 2100)
        {
            return day;
        }

        errors.Add(field, l.Say("Un jour est attendu, comme 2026-11-23.", "A day is expected, such as 2026-11-23."));
        return null;
    }
}
