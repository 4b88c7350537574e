using System.Globalization;
using System.Xml.Linq;
using Beffroi.Cli.Psychometrics.Study.Drawing;

namespace Beffroi.Cli.Tests.Psychometrics.Study;

public sealed class SvgTests
{
    static readonly XNamespace Name = "http://www.w3.org/2000/svg";

    static XElement Draw(params PlotPoint[] points) => XDocument.Parse(Svg.Write(new()
    {
        Title = "Errors & <lengths>",
        Description = "What is seen",
        X = new("Items", 0, 10, 5),
        Y = new("Error (logit)", -1, 1, 1),
        Series = [new("one", [.. points], IsJoined: true), new("two", [], IsJoined: false)],
    })).Root!;

    [Fact]
    public void An_image_says_what_it_shows_to_those_who_do_not_see_it()
    {
        var image = Draw(new PlotPoint(5, 0));
        Assert.Equal("Errors & <lengths>", image.Element(Name + "title")!.Value);
        Assert.Equal("What is seen", image.Element(Name + "desc")!.Value);
        Assert.Equal(("img", "title description"), ((string?)image.Attribute("role"), (string?)image.Attribute("aria-labelledby")));
    }

    [Fact]
    public void Axes_have_their_names_and_graduations()
    {
        var texts = Draw().Descendants(Name + "text").Select(t => t.Value).ToArray();
        Assert.All(new[] { "Items", "Error (logit)", "0", "5", "10", "−1", "1", "one", "two" }, text => Assert.Contains(text, texts));
    }

    [Fact]
    public void A_point_in_the_middle_of_the_axes_is_in_the_middle_of_the_drawing()
    {
        var dots = Draw(new(0, -1), new(5, 0), new(10, 1)).Descendants(Name + "circle").Select(c => (X: Number(c, "cx"), Y: Number(c, "cy"))).ToArray();
        Assert.Equal((dots[0].X + dots[2].X) / 2, dots[1].X, 0.2);
        Assert.Equal((dots[0].Y + dots[2].Y) / 2, dots[1].Y, 0.2);
        Assert.True(dots[0].X < dots[2].X && dots[0].Y > dots[2].Y);
    }

    [Fact]
    public void A_point_outside_the_axes_is_left_out() =>
        Assert.Equal(Draw(new PlotPoint(5, 0)).Descendants(Name + "circle").Count(), Draw(new(5, 0), new(11, 0), new(5, 3)).Descendants(Name + "circle").Count());

    static double Number(XElement element, string name) => double.Parse((string)element.Attribute(name)!, CultureInfo.InvariantCulture);
}
