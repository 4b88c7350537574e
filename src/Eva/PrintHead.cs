using Beffroi.Kit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Beffroi.Eva;

/// <summary>The head of a person's page that is made to be printed.</summary>
public sealed class PrintHead : ComponentBase
{
    public static readonly RenderFragment Content = builder =>
    {
        builder.OpenComponent<PersonHead>(0);
        builder.CloseComponent();
        builder.OpenComponent<PrintHead>(1);
        builder.CloseComponent();
    };

    [Inject] public required AssetPaths Files { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "link");
        builder.AddAttribute(1, "rel", "stylesheet");
        builder.AddAttribute(2, "href", Files["_content/Eva/alone.css"]);
        builder.CloseElement();
        builder.OpenElement(3, "script");
        builder.AddAttribute(4, "type", "module");
        builder.AddAttribute(5, "src", Files["_content/Eva/print.js"]);
        builder.CloseElement();
    }
}
