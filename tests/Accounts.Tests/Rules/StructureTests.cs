using Beffroi.Kit;
using CsCheck;

namespace Beffroi.Accounts.Tests.Rules;

public sealed class StructureTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    static readonly StructureForm Good = new() { StructureName = "Mission locale de Lille", Kind = "Locale", Type = "MissionLocale", PostCode = "59000", Siret = "732 829 320 00074" };

    static StructureDetails Details(string name, StructureKind kind = StructureKind.Administrative) =>
        StructureDetails.Read(Good with { StructureName = name, Kind = kind.ToString() }, new())!;

    [Fact]
    public void A_good_form_is_read()
    {
        var errors = new Errors();
        var details = StructureDetails.Read(Good, errors);
        Assert.False(errors.Any);
        Assert.Equal(("Mission locale de Lille", StructureKind.Locale, LocalType.MissionLocale, "59000", "Hauts-de-France", "73282932000074"),
            (details!.Name, details.Kind, details.Type, details.PostCode.Text, details.PostCode.Region, details.Siret?.Digits));
    }

    [Fact]
    public void Without_a_number_it_is_read_too() => Assert.NotNull(StructureDetails.Read(Good with { Siret = " " }, new()));

    [Theory]
    [InlineData("StructureName", "x", null, null, null, null)]
    [InlineData("Kind", null, "Autre", null, null, null)]
    [InlineData("Kind", null, "0", null, null, null)]
    [InlineData("Type", null, null, "", null, null)]
    [InlineData("Type", null, null, "Afpa, Cfa", null, null)]
    [InlineData("PostCode", null, null, null, "5900", null)]
    [InlineData("PostCode", null, null, null, "99000", null)]
    [InlineData("Siret", null, null, null, null, "73282932000075")]
    public void Each_mistake_has_its_message_beside_its_field(string field, string? name, string? kind, string? type, string? postCode, string? siret)
    {
        var errors = new Errors();
        var form = Good with
        {
            StructureName = name ?? Good.StructureName,
            Kind = kind ?? Good.Kind,
            Type = type ?? Good.Type,
            PostCode = postCode ?? Good.PostCode,
            Siret = siret ?? Good.Siret,
        };
        Assert.Null(StructureDetails.Read(form, errors));
        Assert.Equal(field, Assert.Single(errors.All).Field);
    }

    [Fact]
    public void Whatever_is_typed_there_is_a_value_or_a_message() =>
        Gen.Select(Gen.String, Gen.String, Gen.String).Sample((name, postCode, siret) =>
        {
            var errors = new Errors();
            var details = StructureDetails.Read(Good with { StructureName = name, PostCode = postCode, Siret = siret }, errors);
            Assert.Equal(details is null, errors.Any);
        });

    [Theory]
    [InlineData("20000", "Corse")]
    [InlineData("2B033", "Corse")]
    [InlineData("97400", "La Réunion")]
    [InlineData("97600", "Mayotte")]
    [InlineData("01000", "Auvergne-Rhône-Alpes")]
    public void The_region_follows_from_the_post_code(string code, string region) => Assert.Equal(region, PostCode.Parse(code)?.Region);

    [Fact]
    public void A_structure_lies_below_its_parent_and_moves_with_all_below_it()
    {
        var state = Structure.Open(Details("État"), null, Now);
        var region = Structure.Open(Details("Région"), state, Now);
        var town = Structure.Open(Details("Ville", StructureKind.Locale), region, Now);
        Assert.StartsWith(state.Path, town.Path, StringComparison.Ordinal);
        Assert.Equal((1, 2, 3), (state.Depth, region.Depth, town.Depth));

        region.MoveUnder(null, [town]);

        Assert.Equal((1, 2), (region.Depth, town.Depth));
        Assert.Null(region.ParentId);
        Assert.StartsWith(region.Path, town.Path, StringComparison.Ordinal);
        Assert.DoesNotContain(state.Id.ToString("N"), town.Path, StringComparison.Ordinal);
    }

    [Fact]
    public void A_structure_goes_neither_below_itself_nor_below_a_local_one()
    {
        var state = Structure.Open(Details("État"), null, Now);
        var region = Structure.Open(Details("Région"), state, Now);
        var town = Structure.Open(Details("Ville", StructureKind.Locale), null, Now);

        Assert.NotNull(state.ObjectionTo(region, [region]));
        Assert.NotNull(state.ObjectionTo(state, [region]));
        Assert.NotNull(region.ObjectionTo(town, []));
        Assert.Null(town.ObjectionTo(region, []));
        Assert.Throws<InvalidOperationException>(() => state.MoveUnder(region, [region]));
    }

    [Fact]
    public void The_tree_has_a_depth_that_its_column_can_hold()
    {
        Structure? parent = null;
        for (var level = 0; level < Structure.MaxDepth; level++)
        {
            parent = Structure.Open(Details("Niveau"), parent, Now);
        }

        Assert.Equal(Structure.PathMaxLength, parent!.Path.Length);
        Assert.NotNull(Structure.ObjectionAsParent(parent));
    }
}
