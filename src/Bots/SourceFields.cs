using System.Globalization;
using Beffroi.Detection;
using Beffroi.Kit;

namespace Beffroi.Bots;

/// <summary>The fields of a form that makes a source, as typed (see <see cref="SourceSettings.Read"/>).</summary>
public sealed record SourceFields
{
    public string? Host { get; init; }
    public string? Version { get; init; }
    public string? BackfillHours { get; init; }
    public string? Folder { get; init; }
    public string? File { get; init; }
    public string? Network { get; init; }
    public bool Everything { get; init; }

    internal string? ReadHost(Lang l, Errors errors, bool required)
    {
        var host = (Host ?? "").Trim().ToLowerInvariant();
        if (host.Length == 0)
        {
            if (required)
            {
                errors.Add(nameof(Host), l.Say("Donnez le nom de l’instance, par exemple mastodon.social.", "Give the name of the instance, for example mastodon.social."));
            }

            return null;
        }

        if (!SourceSettings.IsHost(host))
        {
            errors.Add(nameof(Host), l.Say("Un nom de machine s’écrit comme mastodon.social, sans https:// ni chemin.", "A host name is written as mastodon.social, without https:// nor a path."));
            return null;
        }

        return host;
    }

    internal int? ReadBackfill(Lang l, Errors errors)
    {
        if (string.IsNullOrWhiteSpace(BackfillHours))
        {
            return null;
        }

        if (int.TryParse(BackfillHours.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var hours) && hours <= SourceSettings.MostBackfillHours)
        {
            return hours == 0 ? null : hours;
        }

        errors.Add(nameof(BackfillHours), l.Say($"Donnez un nombre d’heures entier, de 0 à {SourceSettings.MostBackfillHours}.", $"Give a whole number of hours, from 0 to {SourceSettings.MostBackfillHours}."));
        return null;
    }

    internal string? ReadFolder(Lang l, Errors errors)
    {
        var folder = (Folder ?? "").Trim();
        if (SourceSettings.FolderName().IsMatch(folder))
        {
            return folder;
        }

        errors.Add(nameof(Folder), l.Say("Un dossier se nomme avec des lettres sans accent, des chiffres, des tirets et des points, sans chemin.", "A folder is named with plain letters, digits, hyphens and dots, without a path."));
        return null;
    }

    internal Network? ReadNetwork(Lang l, Errors errors)
    {
        if (string.IsNullOrWhiteSpace(Network))
        {
            return null;
        }

        if (Enum.GetValues<Network>().Cast<Network?>().FirstOrDefault(n => string.Equals(n.ToString(), Network.Trim(), StringComparison.OrdinalIgnoreCase)) is { } network)
        {
            return network;
        }

        errors.Add(nameof(Network), l.Say("Choisissez un réseau de la liste.", "Choose a network of the list."));
        return null;
    }
}
