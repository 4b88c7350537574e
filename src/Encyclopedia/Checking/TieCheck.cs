namespace Beffroi.Encyclopedia.Checking;

/// <summary>Links to other entries, the address of a tool or an actor, and whether a tool can be used.</summary>
static class TieCheck
{
    const string Observable = "{value}";

    public static void Of(EntryContent content, string? key, EntryFaults faults)
    {
        faults.Count("links", content.Links.Count, EntryLimits.Ties);
        if (content.Links.Distinct().Count() < content.Links.Count)
        {
            faults.Add("links", "Un lien n’est donné qu’une fois", "A link is given once");
        }

        foreach (var (i, tie) in content.Links.Index())
        {
            var place = EntryFaults.At("links", i);
            faults.Key(place, tie.To);
            if (!Enum.IsDefined(tie.Relation))
            {
                faults.Add(place, "Cette relation n’existe pas", "There is no such relation");
            }

            if (key is not null && string.Equals(tie.To, key, StringComparison.Ordinal))
            {
                faults.Add(place, "Une fiche ne renvoie pas à elle-même", "An entry does not lead to itself");
            }
        }

        Website(content, faults);
        if (content.Availability is { } availability)
        {
            Of(availability, content.Type, faults);
        }
    }

    static void Website(EntryContent content, EntryFaults faults)
    {
        if (content.Website is not null && content.Type is not (EntryType.Tool or EntryType.Actor))
        {
            faults.Add("website", "Seuls un outil et un acteur ont un site", "Only a tool and an actor have a website");
        }

        faults.Url("website", content.Website);
    }

    static void Of(Availability availability, EntryType type, EntryFaults faults)
    {
        if (type is not EntryType.Tool)
        {
            faults.Add("availability", "Seul un outil a une disponibilité", "Only a tool has an availability");
        }

        if (!Enum.IsDefined(availability.State))
        {
            faults.Add("availability.state", "Choisissez une disponibilité", "Choose an availability");
        }

        if (availability.Launch is { } launch && !IsLaunch(launch))
        {
            faults.Add("availability.launch", $"L’adresse de lancement commence par https://, et contient une fois {Observable} après le nom du site", $"The launch address begins with https://, and holds {Observable} once, after the name of the site");
        }
    }

    // The observable never chooses the site that opens.
    static bool IsLaunch(string launch)
    {
        var at = launch.IndexOf(Observable, StringComparison.Ordinal);
        return at > 0
            && launch.IndexOf(Observable, at + 1, StringComparison.Ordinal) < 0
            && EntryFaults.IsUrl(launch.Replace(Observable, "x", StringComparison.Ordinal))
            && launch.AsSpan(launch.IndexOf("//", StringComparison.Ordinal) + 2).IndexOfAny('/', '?', '#') is var path
            && path >= 0
            && at > launch.IndexOf("//", StringComparison.Ordinal) + 2 + path;
    }
}
