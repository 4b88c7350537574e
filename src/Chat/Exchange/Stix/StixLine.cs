using System.Text.Json.Nodes;
using Beffroi.Chat.Cases;
using Beffroi.Kit;

namespace Beffroi.Chat.Exchange.Stix;

/// <summary>The standard object that a line becomes: the nearest that STIX 2.1 has, and a note where it has none.</summary>
static class StixLine
{
    public static string IdOf(CaseEvent line) => line.Fact is CaseOpened ? StixId.Of("report", line.CaseId) : StixId.Of(TypeOf(line.Fact), line.Id);

    public static string TypeOf(CaseFact fact) => fact switch
    {
        CaseOpened => "report",
        ObservableNoted { Observable.Kind: not ObservableKind.Hashtag } or EvidenceKept => "observed-data",
        TechniqueNoted => "relationship",
        ArgumentMade or AttributionBacked => "opinion",
        ReactionProposed => "course-of-action",
        _ => "note",
    };

    /// <summary>Objects that the line names and that are not its own.</summary>
    public static IEnumerable<JsonObject> Parts(CaseEvent line, StixWording wording) => line.Fact switch
    {
        ObservableNoted f => StixParts.Observable(f.Observable) is { } item ? [item] : [],
        EvidenceKept { SourceUrl: { } url } f => [StixParts.File(f), StixParts.Url(url)],
        EvidenceKept f => [StixParts.File(f)],
        TechniqueNoted f => [StixParts.Technique(f, wording.Tactics)],
        DossierSent f => f.Accounts.Select(StixParts.Observable).OfType<JsonObject>(),
        _ => [],
    };

    /// <param name="about">Objects that it refers to.</param>
    /// <param name="seen">Those that it names.</param>
    public static JsonObject Of(CaseEvent line, StixWording wording, string campaign, IReadOnlyList<string> about, IReadOnlyList<string> seen)
    {
        var item = StixParts.Dated(TypeOf(line.Fact), line.Id, line.At, line.At);
        var said = FactWords.Say(line.Fact, wording.Language, wording.Names);
        string[] subjects = [.. about.Concat(seen).DefaultIfEmpty(campaign).Distinct(StringComparer.Ordinal)];
        switch ((string)item["type"]!)
        {
            case "observed-data":
                item["first_observed"] = StixParts.Time(line.HappenedAt ?? line.Knew);
                item["last_observed"] = StixParts.Time(line.HappenedAt ?? line.Knew);
                item["number_observed"] = 1;
                item["object_refs"] = StixParts.List(seen);
                break;
            case "relationship":
                item["relationship_type"] = "uses";
                item["source_ref"] = campaign;
                item["target_ref"] = seen[0];
                item["description"] = said.Text;
                break;
            case "opinion":
                item["opinion"] = line.Fact is ArgumentMade { Stance: var stance } ? Opinion(stance) : "agree";
                item["explanation"] = FactWords.Lines(said.Title, said.Text);
                item["object_refs"] = StixParts.List(subjects);
                Sign(item, line.Author, wording);
                break;
            case "course-of-action":
                item["name"] = said.Title;
                item["description"] = said.Text;
                break;
            default:
                item["abstract"] = said.Title;
                item["content"] = said.Text.Length > 0 ? said.Text : said.Title;
                item["object_refs"] = StixParts.List(subjects);
                Sign(item, line.Author, wording);
                Mark(item, line.Fact);
                break;
        }

        return item;
    }

    /// <param name="others">All the objects of the case: a report points at them (4.16).</param>
    public static JsonObject Report(CaseEvent opening, SharedCase shared, StixWording wording, IReadOnlyList<string> others, DateTimeOffset modified)
    {
        var item = StixParts.Dated("report", shared.CaseId, opening.At, modified);
        item["name"] = shared.State.Title;
        item["description"] = FactWords.Say(opening.Fact, wording.Language, wording.Names).Text;
        item["report_types"] = new JsonArray("campaign");
        item["published"] = StixParts.Time(opening.At);
        item["object_refs"] = StixParts.List(others);
        return item;
    }

    /// <summary>Vocabulary of STIX 2.1, 10.20 (opinion-enum).</summary>
    static string Opinion(Stance stance) => stance switch
    {
        Stance.For => "agree",
        Stance.Against => "disagree",
        Stance.Question => "neutral",
    };

    static void Sign(JsonObject item, Author author, StixWording wording)
    {
        if (wording.Names.Signer(author) is { } name)
        {
            item["authors"] = new JsonArray(name);
        }
    }

    /// <summary>What others may sort by.</summary>
    static void Mark(JsonObject item, CaseFact fact)
    {
        switch (fact)
        {
            case CriterionAssessed f:
                item["labels"] = new JsonArray("criterion:" + f.Criterion, "stand:" + f.Stand.Word(Lang.English));
                if (f.Confidence is { } confidence)
                {
                    item["confidence"] = confidence.Stix();
                }

                break;
            case ObservableNoted { Observable: { Kind: ObservableKind.Hashtag, Value: var tag } }:
                item["labels"] = new JsonArray("hashtag:" + tag);
                break;
            case ThingLinked f when f.Href.StartsWith("http", StringComparison.Ordinal):
                item["external_references"] = new JsonArray(new JsonObject { ["source_name"] = f.Label, ["url"] = f.Href });
                break;
            case AttributionProposed f:
                item["confidence"] = f.Confidence.Stix();
                break;
            default:
                break;
        }
    }
}
