using System.Runtime.CompilerServices;
using System.Text;
using Beffroi.Chat.Cases;
using Beffroi.Chat.Exchange;
using Beffroi.Chat.Exchange.Stix;
using Beffroi.Chat.Tests.Cases;
using Beffroi.Kit;

namespace Beffroi.Chat.Tests.Exchange;

/// <summary>Bundles as other programs write them. Invented content; the forms are those of OpenCTI, MISP and DISARM.</summary>
public sealed class ForeignTests
{
    const string OpenCti = """
        {"type":"bundle","id":"bundle--11111111-1111-4111-8111-111111111111","objects":[
          {"type":"marking-definition","spec_version":"2.1","id":"marking-definition--826578e1-40ad-459f-bc73-ede076f81f37","created":"2024-01-01T00:00:00.000Z","definition_type":"statement","definition":{"statement":"custom"},"x_opencti_definition_type":"TLP","x_opencti_definition":"TLP:AMBER+STRICT"},
          {"type":"marking-definition","spec_version":"2.1","id":"marking-definition--22222222-2222-4222-8222-222222222222","created":"2024-01-01T00:00:00.000Z","definition_type":"statement","definition":{"statement":"custom"},"x_opencti_definition_type":"PAP","x_opencti_definition":"PAP:RED"},
          {"type":"identity","spec_version":"2.1","id":"identity--33333333-3333-4333-8333-333333333333","created":"2024-01-01T00:00:00.000Z","modified":"2024-01-01T00:00:00.000Z","name":"Observatoire inventé","identity_class":"organization"},
          {"type":"report","spec_version":"2.1","id":"report--44444444-4444-4444-8444-444444444444","created":"2026-03-01T10:00:00.123456Z","modified":"2026-03-02T10:00:00.000Z","created_by_ref":"identity--33333333-3333-4333-8333-333333333333","name":"Campagne inventée","description":"Des comptes **récents** relaient un faux article.","published":"2026-03-01T12:00:00.000Z","lang":"fr","report_types":["threat-report"],"confidence":75.5,
           "external_references":[{"source_name":"Article","url":"https://example.org/article"},{"source_name":"Bad","url":"javascript:alert(1)"}],
           "object_marking_refs":["marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da"],
           "object_refs":["url--55555555-5555-5555-8555-555555555555","narrative--66666666-6666-4666-8666-666666666666"],
           "extensions":{"extension-definition--ea279b3e-5c71-4632-ac08-831c66a786ba":{"extension_type":"property-extension","id":"x","type":"Report"}}},
          {"type":"url","spec_version":"2.1","id":"url--55555555-5555-5555-8555-555555555555","value":"https://www.example.org/faux?utm_source=x","object_marking_refs":["marking-definition--826578e1-40ad-459f-bc73-ede076f81f37"]},
          {"type":"observed-data","spec_version":"2.1","id":"observed-data--77777777-7777-4777-8777-777777777777","created":"2026-03-01T10:00:00Z","modified":"2026-03-01T10:00:00Z","first_observed":"2026-02-27T08:00:00Z","last_observed":"2026-02-27T08:00:00Z","number_observed":3,"object_refs":["url--55555555-5555-5555-8555-555555555555"]},
          {"type":"user-account","spec_version":"2.1","id":"user-account--88888888-8888-5888-8888-888888888888","account_type":"Twitter","account_login":"Compte_Inventé1"},
          {"type":"user-account","spec_version":"2.1","id":"user-account--88888888-8888-5888-8888-888888888889","account_type":"twitter","account_login":"@Compte_Invente"},
          {"type":"ipv4-addr","spec_version":"2.1","id":"ipv4-addr--99999999-9999-5999-8999-999999999999","value":"192.0.2.7"},
          {"type":"media-content","spec_version":"2.1","id":"media-content--99999999-9999-5999-8999-999999999998","url":"https://videos.example.net/v/1","title":"Vidéo"},
          {"type":"narrative","spec_version":"2.1","id":"narrative--66666666-6666-4666-8666-666666666666","created":"2026-03-01T10:00:00Z","modified":"2026-03-01T10:00:00Z","name":"L’eau serait empoisonnée","description":"Récit inventé"},
          {"type":"channel","spec_version":"2.1","id":"channel--66666666-6666-4666-8666-666666666667","created":"2026-03-01T10:00:00Z","modified":"2026-03-01T10:00:00Z","name":"Chaîne inventée"},
          {"type":"intrusion-set","spec_version":"2.1","id":"intrusion-set--66666666-6666-4666-8666-666666666668","created":"2026-03-01T10:00:00Z","modified":"2026-03-01T10:00:00Z","name":"Acteur inventé"},
          {"type":"attack-pattern","spec_version":"2.1","id":"attack-pattern--aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa","created":"2026-03-01T10:00:00Z","modified":"2026-03-01T10:00:00Z","name":"Flood Information Space","external_references":[{"source_name":"DISARM","external_id":"T0049"}]},
          {"type":"attack-pattern","spec_version":"2.1","id":"attack-pattern--aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaab","created":"2026-03-01T10:00:00Z","modified":"2026-03-01T10:00:00Z","name":"Phishing","external_references":[{"source_name":"mitre-attack","external_id":"T1566"}]},
          {"type":"relationship","spec_version":"2.1","id":"relationship--bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb","created":"2026-03-01T10:00:00Z","modified":"2026-03-01T10:00:00Z","relationship_type":"attributed-to","source_ref":"campaign--00000000-0000-4000-8000-000000000001","target_ref":"intrusion-set--66666666-6666-4666-8666-666666666668"},
          {"type":"relationship","spec_version":"2.1","id":"relationship--bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbc","created":"2026-03-01T10:00:00Z","modified":"2026-03-01T10:00:00Z","relationship_type":"uses","source_ref":"intrusion-set--66666666-6666-4666-8666-666666666668","target_ref":"attack-pattern--aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa","description":"300 messages par minute"},
          {"type":"note","spec_version":"2.1","id":"note--cccccccc-cccc-4ccc-8ccc-cccccccccccc","created":"2026-03-01T10:00:00Z","modified":"2026-03-01T10:00:00Z","abstract":"Doute","content":"Les dates ne collent pas.","authors":["A. Inventée"],"object_refs":["report--44444444-4444-4444-8444-444444444444"],"object_marking_refs":["marking-definition--22222222-2222-4222-8222-222222222222"]},
          {"type":"opinion","spec_version":"2.1","id":"opinion--dddddddd-dddd-4ddd-8ddd-dddddddddddd","created":"2026-03-01T10:00:00Z","modified":"2026-03-01T10:00:00Z","opinion":"strongly-disagree","explanation":"Elles collent.","created_by_ref":"identity--33333333-3333-4333-8333-333333333333","object_refs":["note--cccccccc-cccc-4ccc-8ccc-cccccccccccc"],"object_marking_refs":["marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed"]},
          {"type":"event","spec_version":"2.1","id":"event--eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee","created":"2026-03-01T10:00:00Z","modified":"2026-03-01T10:00:00Z","name":"Élection inventée","start_time":"2026-03-15T00:00:00Z","stop_time":"2026-03-15T20:00:00Z"},
          {"type":"x-inconnu","id":"x-inconnu--ffffffff-ffff-4fff-8fff-ffffffffffff","self_ref":"x-inconnu--ffffffff-ffff-4fff-8fff-ffffffffffff","a":{"b":[1,2.5e300,null,{"c":true}]}},
          {"type":"note"}, 12, "texte", null
        ]}
        """;

    const string Misp = """
        {"type":"bundle","id":"bundle--11111111-1111-4111-8111-111111111112","objects":[
          {"type":"identity","spec_version":"2.1","id":"identity--33333333-3333-4333-8333-333333333334","created":"2024-01-01T00:00:00.000Z","modified":"2024-01-01T00:00:00.000Z","name":"MISP inventé","identity_class":"organization"},
          {"type":"grouping","spec_version":"2.1","id":"grouping--44444444-4444-4444-8444-444444444445","created":"2026-03-01T10:00:00Z","modified":"2026-03-01T10:00:00Z","name":"Événement MISP inventé","context":"suspicious-activity","object_refs":["indicator--55555555-5555-4555-8555-555555555551"],"labels":["Threat-Report","misp:tool=\"MISP-STIX-Converter\"","tlp:amber"]},
          {"type":"indicator","spec_version":"2.1","id":"indicator--55555555-5555-4555-8555-555555555551","created":"2026-03-01T10:00:00Z","modified":"2026-03-01T10:00:00Z","pattern":"[url:value = 'https://example.net/l\\'article']","pattern_type":"stix","valid_from":"2026-02-20T00:00:00Z","labels":["misp:type=\"url\""]},
          {"type":"indicator","spec_version":"2.1","id":"indicator--55555555-5555-4555-8555-555555555552","created":"2026-03-01T10:00:00Z","modified":"2026-03-01T10:00:00Z","pattern":"[domain-name:value = 'un.example.net' OR domain-name:value = 'deux.example.net']","pattern_type":"stix","valid_from":"2026-02-20T00:00:00Z"},
          {"type":"indicator","spec_version":"2.1","id":"indicator--55555555-5555-4555-8555-555555555553","created":"2026-03-01T10:00:00Z","modified":"2026-03-01T10:00:00Z","pattern":"[domain-name:value = 'trois.example.net' AND file:name = 'x']","pattern_type":"stix","valid_from":"2026-02-20T00:00:00Z"},
          {"type":"x-misp-object","spec_version":"2.1","id":"x-misp-object--66666666-6666-4666-8666-666666666661","created":"2026-03-01T10:00:00Z","modified":"2026-03-01T10:00:00Z","x_misp_name":"microblog"},
          {"type":"observed-data","id":"observed-data--77777777-7777-4777-8777-777777777771","created":"2026-03-01T10:00:00Z","modified":"2026-03-01T10:00:00Z","first_observed":"2026-02-21T00:00:00Z","last_observed":"2026-02-21T00:00:00Z","number_observed":1,"objects":{"0":{"type":"domain-name","value":"quatre.example.net"}}}
        ]}
        """;

    [Fact]
    public void A_bundle_of_OpenCTI_becomes_a_case_and_what_has_no_place_is_told()
    {
        var read = Read(OpenCti);
        var facts = read.Drafts.Select(d => d.Fact).ToList();
        Assert.Equal("Campagne inventée", Assert.IsType<CaseOpened>(facts[0]).Title);
        Assert.Equal(Tlp.Green, read.Drafts[0].Marking.Tlp);
        Assert.Contains("récents", Assert.Single(facts.OfType<TimelineNoted>(), t => t.Text.Contains("faux article", StringComparison.Ordinal)).Text, StringComparison.Ordinal);
        Assert.Equal("https://example.org/article", Assert.Single(facts.OfType<ThingLinked>()).Href);

        var url = Assert.Single(read.Drafts, d => d.Fact is ObservableNoted { Observable.Value: "https://example.org/faux" });
        Assert.Equal(new DateTimeOffset(2026, 2, 27, 8, 0, 0, TimeSpan.Zero), url.HappenedAt);
        Assert.Equal(Tlp.AmberStrict, url.Marking.Tlp);
        Assert.Contains(facts, f => f is ObservableNoted { Observable: { Network: "x", Value: "compte_invente" } });
        Assert.Contains(facts, f => f is ObservableNoted { Observable.Value: "https://videos.example.net/v/1" });

        var technique = Assert.Single(facts.OfType<TechniqueNoted>());
        Assert.Equal(("T0049", "300 messages par minute"), (technique.Technique, technique.Why));
        Assert.Equal([Section.Actor, Section.Behaviour, Section.Content], facts.OfType<SectionWritten>().Select(s => s.Section));

        // An attribution is made by people of here, never by a file.
        Assert.DoesNotContain(facts, f => f is AttributionProposed or CriterionAssessed);
        Assert.Contains("2 \"relationship\"", Said(read, Notice.Kept), StringComparison.Ordinal);
        Assert.Contains("\"ipv4-addr\"", Said(read, Notice.Kept), StringComparison.Ordinal);
        Assert.Contains("\"x-inconnu\"", Said(read, Notice.Kept), StringComparison.Ordinal);
        Assert.Contains("\"attack-pattern\"", Said(read, Notice.Kept), StringComparison.Ordinal);
        Assert.Equal(4, read.Told.Count(n => n.Kind == Notice.Unreadable));
        Assert.Single(read.Told, n => n.Kind == Notice.Absent);
    }

    [Fact]
    public void Opinions_answer_the_notes_that_they_are_about()
    {
        var read = Read(OpenCti);
        var arguments = read.Drafts.Where(d => d.Fact is ArgumentMade).ToList();
        Assert.Equal(2, arguments.Count);
        var (note, opinion) = ((ArgumentMade)arguments[0].Fact, (ArgumentMade)arguments[1].Fact);
        Assert.Equal((Stance.Question, Stance.Against), (note.Stance, opinion.Stance));
        Assert.Contains("A. Inventée", note.Text, StringComparison.Ordinal);
        Assert.Contains("Observatoire inventé", opinion.Text, StringComparison.Ordinal);
        Assert.Equal(arguments[0].Id, opinion.ReplyTo);

        // A marking that is no TLP may forbid anything: the level of whoever imports. RED is for them alone.
        Assert.Equal(Tlp.Amber, arguments[0].Marking.Tlp);
        Assert.Single(read.Told, n => n.Kind == Notice.Marking);
        Assert.Equal([Desk.Anna], Assert.Single(arguments[1].Marking.Audience!.Circles).People);
    }

    [Fact]
    public void A_bundle_of_MISP_gives_its_tag_its_indicators_and_its_old_observed_data()
    {
        var read = Read(Misp);
        Assert.Equal(Tlp.Amber, read.Drafts[0].Marking.Tlp);
        Assert.Equal(["deux.example.net", Observable.Read(ObservableKind.Url, "https://example.net/l'article")!.Value, "quatre.example.net", "un.example.net"],
            read.Drafts.Select(d => d.Fact).OfType<ObservableNoted>().Select(o => o.Observable.Value).Order(StringComparer.Ordinal));
        Assert.Contains("1 \"indicator\"", Said(read, Notice.Kept), StringComparison.Ordinal);
        Assert.Contains("\"x-misp-object\"", Said(read, Notice.Kept), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(OpenCti)]
    [InlineData(Misp)]
    public void What_is_read_can_be_written_here_and_only_once(string bundle)
    {
        var read = Read(bundle);
        Written(read);
        Assert.Equal(read.Drafts.Select(d => d.Id), Read(bundle).Drafts.Select(d => d.Id));
        Assert.Equal(read.Drafts.Count, read.Drafts.DistinctBy(d => d.Id).Count());
    }

    [Fact]
    public void What_somebody_added_to_a_case_of_ours_comes_back_with_it()
    {
        var shared = RoundTripTests.Drawn(3);
        var text = Encoding.UTF8.GetString(StixWriter.Write(shared, new() { Language = Lang.French }));
        var note = """{"type":"note","spec_version":"2.1","id":"note--cccccccc-cccc-4ccc-8ccc-ccccccccccc1","created":"2026-03-01T10:00:00Z","modified":"2026-03-01T10:00:00Z","content":"Ajouté ailleurs","object_refs":["campaign--cccccccc-cccc-4ccc-8ccc-ccccccccccc2"]}""";
        var read = Read(text.Insert(text.LastIndexOf(']'), "," + note));
        Assert.Equal(shared.Events.Count, read.Events.Count);
        Assert.Equal("Ajouté ailleurs", Assert.IsType<ArgumentMade>(Assert.Single(read.Drafts.Skip(read.Events.Count)).Fact).Text);
    }

    [Fact]
    public void A_line_that_was_changed_elsewhere_is_found()
    {
        var desk = Desk.Opened();
        desk.Write(new ArgumentMade { Stance = Stance.For, Text = "dix comptes" });
        var shared = SharedCase.For(desk.Log, Reader.Member(Desk.Anna, Desk.Ministry), Destination.Oneself, NameBook.Empty, out _)!;
        var text = Encoding.UTF8.GetString(StixWriter.Write(shared, new() { Language = Lang.French }));
        var at = text.IndexOf("dix comptes", StringComparison.Ordinal);
        var inObject = Read(string.Concat(text.AsSpan(0, at), "cent", text.AsSpan(at + 3)));
        Assert.Single(inObject.Told, n => n.Kind == Notice.Changed);
        Assert.Equal("dix comptes", Assert.IsType<ArgumentMade>(inObject.Events[1].Fact).Text);
        at = text.LastIndexOf("dix comptes", StringComparison.Ordinal);
        var inLine = Read(string.Concat(text.AsSpan(0, at), "cent", text.AsSpan(at + 3)));
        Assert.Single(inLine.Told, n => n.Kind == Notice.Changed);
        Assert.Single(inLine.Events);
    }

    [Fact]
    public void The_published_bundle_of_DISARM_is_read_whole()
    {
        var path = Path.GetFullPath(Path.Combine(Here(), "..", "..", "..", "..", "shared", "data", "disarm", "DISARM.json"));
        Assert.SkipUnless(File.Exists(path), "DISARM.json is not shipped with the project and is not beside it.");
        var bytes = File.ReadAllBytes(path);
        var bundle = StixBundle.Read(bytes, out var fault)!;
        Assert.Null(fault);
        // Counts of the published file (10 February 2025): 698 objects, 391 techniques, 16 tactics.
        Assert.Equal(698, bundle.Objects.Count);
        Assert.Empty(bundle.Told);
        var tactics = DisarmTactics.Of(bundle);
        Assert.Equal(391, tactics.Count);
        Assert.Equal(16, tactics.Values.Distinct().Count());
        Assert.Equal("plan-objectives", tactics["T0002"]);
        var read = Assert.Single(StixReader.Read(bytes, RoundTripTests.Anna, out _)!);
        Assert.Equal(391, read.Drafts.Count(d => d.Fact is TechniqueNoted));
        Written(read);
    }

    /// <summary>By the door through which everything is written.</summary>
    static void Written(ImportedCase read)
    {
        var log = CaseLog.Of(read.CaseId);
        using var bytes = new SeededBytes(1);
        foreach (var draft in read.Drafts)
        {
            var view = CaseView.For(log, Reader.Member(Desk.Anna, Desk.Ministry));
            Assert.Empty(view is null ? draft.Fact.Faults(new(), draft) : log.Events.Count < 60 ? view.Faults(draft) : []);
            log = log.With(draft, new SetClock { Now = Desk.Start }, bytes);
        }
    }

    static ImportedCase Read(string text)
    {
        var cases = StixReader.Read(Encoding.UTF8.GetBytes(text), RoundTripTests.Anna, out var fault);
        Assert.Null(fault);
        return Assert.Single(cases!);
    }

    static string Said(ImportedCase read, string kind) => string.Join("\n", read.Told.Where(n => n.Kind == kind).Select(n => n.English));

    static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
