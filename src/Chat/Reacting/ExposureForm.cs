using System.Globalization;
using Beffroi.Chat.Cases;
using Beffroi.Chat.Casework;
using Beffroi.Kit;

namespace Beffroi.Chat.Reacting;

/// <summary>How many people met the manipulation, as somebody types it.</summary>
static class ExposureForm
{
    public static ExposureEstimated Read(Typed form, Guid reaction, TimeProvider clock, Errors errors, Lang l)
    {
        var known = form.Choice<Knowing>("Known", errors, l) is Knowing.Yes;
        return new()
        {
            Reaction = reaction,
            Moment = form.Choice<ExposureMoment>("Moment", errors, l),
            Low = known ? People(form, "Low", errors, l) : null,
            High = known ? People(form, "High", errors, l) : null,
            Source = form["Source"],
            On = Day(form, clock, errors, l),
            Role = form["Role"],
        };
    }

    static DateOnly Day(Typed form, TimeProvider clock, Errors errors, Lang l)
    {
        var said = form.At("On", errors, l);
        if (said is null && errors["On"] is null)
        {
            errors.Add("On", l.Say("Écrivez le jour de l’estimation.", "Write the day of the estimate."));
        }
        else if (said > clock.GetUtcNow())
        {
            errors.Add("On", l.Say("Cette date n’est pas encore passée.", "This date has not come yet."));
        }

        return DateOnly.ParseExact(French.IsoDay(said ?? clock.GetUtcNow()), "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    static long? People(Typed form, string field, Errors errors, Lang l)
    {
        var text = new string([.. form[field].Where(c => !char.IsWhiteSpace(c))]);
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= ExposureEstimated.Most)
        {
            return count;
        }

        errors.Add(field, l.Say("Écrivez un nombre de personnes, sans virgule.", "Write a number of people, without decimals."));
        return null;
    }
}

/// <summary>Whether an exposure can be estimated: to say that nobody knows is an answer.</summary>
public enum Knowing
{
    Yes,
    No,
}
