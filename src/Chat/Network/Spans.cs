using Beffroi.Kit;

namespace Beffroi.Chat;

/// <summary>How long something took, as people say it.</summary>
public static class Spans
{
    public static string Say(TimeSpan span, Lang l) => span switch
    {
        { TotalMinutes: < 1 } => l.Say("moins d’une minute", "less than a minute"),
        { TotalHours: < 1 } => l.Count((int)span.TotalMinutes, ("minute", "minutes"), ("minute", "minutes")),
        { TotalDays: < 2 } => l.Count((int)span.TotalHours, ("heure", "heures"), ("hour", "hours")),
        _ => l.Count((int)span.TotalDays, ("jour", "jours"), ("day", "days")),
    };
}
