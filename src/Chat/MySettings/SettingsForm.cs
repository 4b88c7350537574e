using System.Globalization;
using Beffroi.Chat.Rules.Notices;
using Beffroi.Kit;
using Microsoft.AspNetCore.Http;

namespace Beffroi.Chat.MySettings;

/// <summary>How a member wants to be told, as typed.</summary>
public sealed record SettingsForm
{
    public const string DeliveryPrefix = "delivery.";

    /// <summary>Where people of the French State work, and a few neighbours; the member's own is added.</summary>
    static readonly string[] Zones =
    [
        "Europe/Paris", "America/Guadeloupe", "America/Martinique", "America/Cayenne", "America/Miquelon", "Indian/Reunion", "Indian/Mayotte", "Pacific/Noumea", "Pacific/Tahiti",
        "Europe/London", "Europe/Brussels", "Europe/Berlin", "Europe/Rome", "Europe/Warsaw", "Europe/Kyiv", "America/New_York", "UTC",
    ];

    public bool Quiet { get; init; }
    public string From { get; init; } = "20:00";
    public string To { get; init; } = "07:30";
    public string Zone { get; init; } = Zones[0];
    public IReadOnlyCollection<string> Days { get; init; } = [];
    public bool AlertsPass { get; init; } = true;
    public bool FollowsQualified { get; init; }
    public string Language { get; init; } = Lang.French.Code();
    public IReadOnlyDictionary<NoticeReason, string> Deliveries { get; init; } = new Dictionary<NoticeReason, string>();

    public IReadOnlyList<string> Places => [.. Zones, .. Zones.Contains(Zone, StringComparer.Ordinal) || !QuietHours.IsZone(Zone) ? Array.Empty<string>() : [Zone]];

    public static SettingsForm Of(NoticeChoices choices, Lang language, bool followsQualified) => new()
    {
        Quiet = choices.Quiet is not null,
        From = Time(choices.Quiet?.From) ?? "20:00",
        To = Time(choices.Quiet?.To) ?? "07:30",
        Zone = choices.Quiet?.Zone ?? Zones[0],
        Days = [.. choices.Quiet?.QuietDays.Select(d => d.ToString()) ?? []],
        AlertsPass = choices.AlertsPassQuiet,
        FollowsQualified = followsQualified,
        Language = language.Code(),
        Deliveries = Enum.GetValues<NoticeReason>().ToDictionary(r => r, r => (choices.Chosen.TryGetValue(r, out var chosen) ? chosen : r.Default()).ToString()),
    };

    public static SettingsForm Typed(IFormCollection form) => new()
    {
        Quiet = Ticked(form, "Quiet"),
        From = form["From"].ToString(),
        To = form["To"].ToString(),
        Zone = form["Zone"].ToString(),
        Days = [.. form["Days"].OfType<string>()],
        AlertsPass = Ticked(form, "AlertsPass"),
        FollowsQualified = Ticked(form, "FollowsQualified"),
        Language = form["Language"].ToString(),
        Deliveries = Enum.GetValues<NoticeReason>().ToDictionary(r => r, r => form[DeliveryPrefix + r].ToString()),
    };

    /// <summary>Null when something is to be corrected.</summary>
    /// <param name="before">What the page does not show stays as it was.</param>
    public NoticeChoices? Read(NoticeChoices before, Lang l, Errors errors)
    {
        var (from, to) = (ReadTime(nameof(From), From, l, errors), ReadTime(nameof(To), To, l, errors));
        if (Quiet && !QuietHours.IsZone(Zone))
        {
            errors.Add(nameof(Zone), l.Say("Choisissez un fuseau horaire", "Choose a time zone"));
        }

        var chosen = new Dictionary<NoticeReason, Delivery>();
        foreach (var (reason, typed) in Deliveries)
        {
            if (Enum.TryParse<Delivery>(typed, out var delivery) && Enum.IsDefined(delivery) && !(reason is NoticeReason.Alert && delivery is Delivery.Never))
            {
                chosen[reason] = delivery;
            }
            else
            {
                errors.Add(DeliveryPrefix + reason, l.Say("Choisissez comment le recevoir", "Choose how to receive it"));
            }
        }

        var days = Days.Select(d => Enum.TryParse<DayOfWeek>(d, out var day) && Enum.IsDefined(day) ? day : (DayOfWeek?)null).OfType<DayOfWeek>().ToHashSet();
        return errors.Any ? null : before with
        {
            Quiet = Quiet && from is { } begins && to is { } ends ? new(begins, ends, Zone) { QuietDays = days } : null,
            AlertsPassQuiet = AlertsPass,
            Chosen = chosen,
        };
    }

    TimeOnly? ReadTime(string field, string typed, Lang l, Errors errors)
    {
        if (TimeOnly.TryParseExact(typed, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time;
        }

        if (Quiet)
        {
            errors.Add(field, l.Say("Donnez une heure, par exemple 20:00", "Give a time, such as 20:00"));
        }

        return null;
    }

    static string? Time(TimeOnly? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture);

    static bool Ticked(IFormCollection form, string name) => form[name].Contains("true", StringComparer.Ordinal);
}
