package javax.annotation;

/** What the generated code is marked with: of all that it needs, the one thing that the generator's jar does not have. */
public @interface Generated {
  String[] value();

  String comments() default "";
}
