using System.Globalization;

namespace Beffroi.Chat.Exchange.Stix;

/// <summary>How far the objects of a bundle may go, by what they say. Where one cannot tell, the level of whoever imports holds, and it is said.</summary>
sealed class StixMarks
{
    readonly StixBundle bundle;
    readonly Tlp unknown;
    readonly HashSet<string> untold = new(StringComparer.Ordinal);

    public StixMarks(StixBundle bundle, Tlp unknown)
    {
        this.bundle = bundle;
        this.unknown = unknown;
        Case = unknown;
    }

    /// <summary>Of the case: what has no marking has that one.</summary>
    public Tlp Case { get; set; }

    /// <summary>The highest of its markings, those of its parts included (granular markings, STIX 2.1, 7.2.3).</summary>
    public Tlp Of(StixObject item)
    {
        var refs = item.Texts("object_marking_refs").Concat(item.Objects("granular_markings").Select(g => g.Text("marking_ref")).OfType<string>()).Distinct(StringComparer.Ordinal).ToList();
        var levels = refs.Select(Level).OfType<Tlp>().ToList();
        var tags = item.Texts("labels").Select(l => StixTlp.Word(l, prefixed: true)).OfType<Tlp>();
        levels.AddRange(tags);
        return levels.Count > 0 ? levels.Max() : Case;
    }

    public IEnumerable<Notice> Told => untold.Count == 0 ? [] : [new(Notice.Marking,
        string.Create(CultureInfo.InvariantCulture, $"{untold.Count} marquages ne sont pas connus ici\u00A0: ce qui les porte est au moins {StixTlp.Label(unknown)}."),
        string.Create(CultureInfo.InvariantCulture, $"{untold.Count} markings are unknown here: what bears them is at least {StixTlp.Label(unknown)}."))];

    /// <summary>A marking that is not there, or says something other than TLP, may forbid anything.</summary>
    Tlp? Level(string id)
    {
        var marking = bundle.Find(id);
        if ((StixTlp.LevelOf(id) ?? (marking is null ? null : StixTlp.LevelOf(marking))) is { } level)
        {
            return level;
        }

        if (marking?.Text("definition_type") is "statement" && marking.Text("x_opencti_definition_type") is null or "statement")
        {
            // A licence or a copyright: it says nothing of who may read.
            return null;
        }

        untold.Add(id);
        return unknown;
    }
}
